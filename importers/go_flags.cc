#include "importers/go_flags.h"

#include <fmt/core.h>

#include <utility>

#include "engine/base/go_quote.h"

namespace modgraph {
namespace {

Error refused(std::string message) {
  return {ErrorKind::kEnvironment,
          std::move(message),
          {},
          {},
          "`go env GOFLAGS` shows it; `go env -w GOFLAGS=...` sets it"};
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

Result<std::vector<std::string>> split_words(std::string_view text) {
  std::vector<std::string> out;
  while (true) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    if (text.empty()) return out;
    const char quote = text.front();
    if (quote == '"' || quote == '\'') {
      const std::size_t end = text.find(quote, 1);
      if (end == std::string_view::npos)
        return fail(refused(
            fmt::format("parsing $GOFLAGS: unterminated {} string", quote)));
      out.emplace_back(text.substr(1, end - 1));
      text.remove_prefix(end + 1);
      continue;
    }
    std::size_t end = 0;
    while (end < text.size() && !is_space(text[end])) ++end;
    out.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
}

bool is_flag(std::string_view word) {
  if (word.size() < 2 || word[0] != '-') return false;
  return word != "--" && !word.starts_with("---") && word[1] != '=' &&
         !word.starts_with("--=");
}

}  // namespace

Result<std::vector<std::string>> parse_go_flags(std::string_view text) {
  auto words = split_words(text);
  if (!words) return words;
  for (const std::string& word : *words)
    if (!is_flag(word))
      return fail(refused(
          fmt::format("parsing $GOFLAGS: non-flag {}", quote_go_string(word))));
  return words;
}

Result<std::string> go_flag(std::span<const std::string> flags,
                            std::string_view name) {
  std::string value;
  for (std::string_view word : flags) {
    word.remove_prefix(word.starts_with("--") ? 2 : 1);
    if (!word.starts_with(name)) continue;
    word.remove_prefix(name.size());
    if (word.empty())
      return fail(refused(
          fmt::format("flag needs an argument: -{} (from $GOFLAGS)", name)));
    if (word[0] == '=') value = word.substr(1);
  }
  return value;
}

}  // namespace modgraph
