// Which findings does the author of a go.mod silence in its comments?
//
// Idea: one walk over the lines. A comment beside a directive is about it; one
// on a line of its own waits for the directive or the block that begins on the
// next line without one.
// Source: what survives `go mod tidy`, `go get` and `go mod edit` was tried with
// them. go.dev/ref/mod#go-mod-file-require for `// indirect`.
// Cost: O(length).
// Tested by silence_comments_test.cc.

#include "engine/analysis/go_mod_lines/silence_comments.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/analysis/go_mod_lines/line_facts.h"
#include "engine/base/calendar_date.h"

namespace modgraph {
namespace {

constexpr std::string_view kMark = "modgraph:ignore";
constexpr std::string_view kIndirect = "indirect";

std::string_view without_space(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r";
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) + 1 - begin);
}

std::string_view next_word(std::string_view& text) {
  text = without_space(text);
  const std::size_t end = std::min(text.find_first_of(" \t"), text.size());
  const std::string_view out = text.substr(0, end);
  text.remove_prefix(end);
  return out;
}

// What follows the mark; none where the comment has none. A longer word with
// the same beginning is another one.
std::optional<std::string_view> after_mark(std::string_view comment) {
  for (std::size_t at = comment.find(kMark); at != comment.npos;
       at = comment.find(kMark, at + 1)) {
    const std::string_view rest = comment.substr(at + kMark.size());
    const bool begins =
        at == 0 || std::string_view(" \t/;").find(comment[at - 1]) !=
                       std::string_view::npos;
    if (begins && (rest.empty() || rest[0] == ' ' || rest[0] == '\t'))
      return rest;
  }
  return std::nullopt;
}

// "MG2002, MG2003" to its names.
std::vector<std::string> rule_names(std::string_view list) {
  std::vector<std::string> out;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find_first_of(", \t"), list.size());
    if (end > 0) out.emplace_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return out;
}

// The reason, and "until=..." at its end.
void read_reason(std::string_view text, Silence& out) {
  constexpr std::string_view kUntil = "until=";
  text = without_space(text);
  const std::size_t last = text.find_last_of(" \t");
  const std::string_view word = text.substr(last == text.npos ? 0 : last + 1);
  if (word.starts_with(kUntil)) {
    out.until = word.substr(kUntil.size());
    text.remove_suffix(word.size());
  }
  out.reason = without_space(text);
}

// Why a silence that was read silences nothing; "" for a good one.
std::string fault_of(const Silence& silence) {
  if (silence.rules.empty()) return "names no rule";
  if (silence.reason.empty()) return "gives no reason";
  if (!silence.until.empty() && !is_calendar_date(silence.until))
    return "ends on no day that there is: until=" + silence.until;
  return {};
}

// The mended comment of a line that Go takes for direct and that says
// indirect, or that says it twice; "" for all others.
std::string mended_mark(std::string_view comment, bool is_indirect) {
  std::string_view rest = without_space(comment.substr(2));
  const auto rejoin = [](std::string_view more) {
    while (more.starts_with('/') || more.starts_with(';') ||
           more.starts_with(' '))
      more.remove_prefix(1);
    more = without_space(more);
    return more.empty() ? std::string("// indirect")
                        : "// indirect; " + std::string(more);
  };
  if (is_indirect) {
    std::string_view more = rest;
    if (next_word(more) != "indirect;") return {};
    std::string_view after = more;
    const std::string_view again = next_word(after);
    return again == kIndirect || again == "indirect;" ? rejoin(after)
                                                      : std::string();
  }
  if (rest.starts_with(kIndirect)) {
    const std::string_view more = rest.substr(kIndirect.size());
    constexpr std::string_view kEnds = " \t;/";
    if (!more.empty() && kEnds.find(more.front()) != kEnds.npos)
      return rejoin(more);
    return {};
  }
  constexpr std::string_view kLast = "// indirect";
  if (rest.ends_with(kLast))
    return rejoin(rest.substr(0, rest.size() - kLast.size()));
  return {};
}

class CommentReader {
 public:
  explicit CommentReader(const Manifest& manifest)
      : manifest_(manifest), facts_(line_facts(manifest)) {
    for (const Requirement& r : manifest.require) requirements_.push_back(&r);
    std::sort(requirements_.begin(), requirements_.end(),
              [](auto* a, auto* b) { return a->where.line < b->where.line; });
  }

  SilenceComments read() && {
    std::string_view rest = manifest_.text;
    for (int line = 1; !rest.empty(); ++line) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      read_line(line, rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    drop_waiting();
    return std::move(out_);
  }

 private:
  void read_line(int line, std::string_view text) {
    const std::string_view code = without_space(text);
    if (code.starts_with("//")) {
      if (auto silence = silence_in(line, text, text.find("//")))
        waiting_.push_back(std::move(*silence));
      return;
    }
    if (code.empty()) return drop_waiting();
    const std::vector<std::string> about = facts_of(line);
    for (Silence& above : waiting_) take(std::move(above), about, line);
    waiting_.clear();
    const std::size_t comment = text.find("//");
    if (comment == text.npos) return;
    if (auto beside = silence_in(line, text, comment))
      take(std::move(*beside), about, line);
    check_mark(line, without_space(text.substr(comment)));
  }

  std::optional<Silence> silence_in(int line, std::string_view text,
                                    std::size_t comment) const {
    const auto rest = after_mark(text.substr(comment + 2));
    if (!rest) return std::nullopt;
    Silence out;
    out.file = manifest_.file;
    out.where = {manifest_.file, line, static_cast<int>(comment) + 1};
    const std::size_t reason = rest->find("--");
    out.rules = rule_names(rest->substr(0, reason));
    if (reason != rest->npos) read_reason(rest->substr(reason + 2), out);
    return out;
  }

  // What the directive of a line says, or all lines of a block that it opens.
  std::vector<std::string> facts_of(int line) const {
    std::vector<std::string> out;
    for (const LineFact& fact : facts_)
      if (fact.line == line || fact.block_line == line)
        out.push_back(fact.name);
    return out;
  }

  void take(Silence silence, const std::vector<std::string>& about, int line) {
    // Above `module` it is about the file.
    const bool whole_file = manifest_.module &&
                            manifest_.module->where.line == line &&
                            silence.where.line != line;
    if (!whole_file) silence.facts = about;
    std::string fault = fault_of(silence);
    if (fault.empty() && !whole_file && about.empty())
      fault = "stands at no directive";
    if (fault.empty())
      out_.silences.push_back(std::move(silence));
    else
      out_.broken.push_back({std::move(silence), std::move(fault)});
  }

  // Comments with nothing below them.
  void drop_waiting() {
    for (Silence& silence : waiting_)
      out_.broken.push_back({std::move(silence), "stands above no directive"});
    waiting_.clear();
  }

  void check_mark(int line, std::string_view comment) {
    const auto at =
        std::lower_bound(requirements_.begin(), requirements_.end(), line,
                         [](auto* r, int l) { return r->where.line < l; });
    if (at == requirements_.end() || (*at)->where.line != line) return;
    std::string mended = mended_mark(comment, (*at)->indirect);
    if (mended.empty()) return;
    out_.broken_indirect.push_back(
        {*at, std::string(comment), std::move(mended), (*at)->indirect});
  }

  const Manifest& manifest_;
  std::vector<LineFact> facts_;
  std::vector<const Requirement*> requirements_;  // by line
  std::vector<Silence> waiting_;  // of the comment lines right above
  SilenceComments out_;
};

}  // namespace

SilenceComments silence_comments(const Manifest& manifest) {
  if (manifest.text.find("//") == std::string::npos) return {};
  return CommentReader(manifest).read();
}

}  // namespace modgraph
