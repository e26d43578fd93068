#include "importers/go_mod_comments.h"

#include <array>
#include <cstddef>
#include <span>

#include "engine/base/unicode.h"

namespace modgraph {
namespace {

constexpr std::string_view kSlashes = "//";

std::span<const GoModComment> comments_in(
    const std::vector<GoModComment>& comments, GoModRange range) {
  return std::span(comments).subspan(range.first, range.count);
}

}  // namespace

bool is_indirect(const GoModSyntax& syntax, const GoModLine& line) {
  if (line.suffix.count == 0) return false;
  std::string_view text =
      syntax.text(syntax.suffix_comments[line.suffix.first]);
  if (text == "// indirect") return true;
  text.remove_prefix(kSlashes.size());
  text = trim_space(text);
  if (text == "indirect") return true;
  return first_word(text) == "indirect;" &&
         text.size() > first_word(text).size();
}

std::string directive_comment(const GoModSyntax& syntax, const GoModLine& line,
                              const GoModLine* head) {
  const bool has_own = line.before.count > 0 || line.suffix.count > 0;
  const GoModLine& owner = has_own || head == nullptr ? line : *head;
  std::string out;
  bool first = true;
  for (const auto& group :
       {comments_in(syntax.comments, owner.before),
        comments_in(syntax.suffix_comments, owner.suffix)}) {
    for (const GoModComment& comment : group) {
      if (comment.size == 0) continue;  // a blank line
      if (!first) out += '\n';
      first = false;
      out += trim_space(syntax.text(comment).substr(kSlashes.size()));
    }
  }
  return out;
}

std::string_view deprecation(std::string_view comment) {
  constexpr std::string_view kMark = "Deprecated:";
  constexpr std::string_view kNextMark = "\n\nDeprecated:";
  if (comment.starts_with(kMark)) {
    comment.remove_prefix(kMark.size());
  } else {
    const std::size_t at = comment.find(kNextMark);
    if (at == std::string_view::npos) return {};
    comment.remove_prefix(at + kNextMark.size());
  }
  comment = comment.substr(0, comment.find("\n\n"));
  const std::size_t begin = comment.find_first_not_of(' ');
  return begin == std::string_view::npos ? std::string_view()
                                         : comment.substr(begin);
}

}  // namespace modgraph
