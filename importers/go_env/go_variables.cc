#include "importers/go_env/go_variables.h"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/base/go_quote.h"
#include "engine/base/unicode.h"

namespace modgraph {
namespace {

Error refused(std::string message) {
  return environment_error(
      std::move(message),
      "`go env GOFLAGS` shows it; `go env -w GOFLAGS=...` sets it");
}

bool is_flag_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

Result<std::vector<std::string>> split_words(std::string_view text) {
  std::vector<std::string> out;
  while (true) {
    while (!text.empty() && is_flag_space(text.front())) text.remove_prefix(1);
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
    while (end < text.size() && !is_flag_space(text[end])) ++end;
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

namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// The path of a URL with its percent-escapes decoded; nothing if one is
// malformed or is a NUL.
std::optional<std::string> unescaped(std::string_view path) {
  std::string out;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (path[i] != '%') {
      out += path[i];
      continue;
    }
    if (path.size() - i < 3) return std::nullopt;
    const int high = hex_digit(path[i + 1]), low = hex_digit(path[i + 2]);
    if (high < 0 || low < 0 || high + low == 0) return std::nullopt;
    out += static_cast<char>(16 * high + low);
    i += 2;
  }
  return out;
}

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

// The scheme of a URL in lower case: "" if there is none.
std::string scheme_of(std::string_view url) {
  std::string out;
  for (std::size_t i = 0; i < url.size(); ++i) {
    const char c = url[i];
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if (lower == ':') return out;
    const bool is_letter = lower >= 'a' && lower <= 'z';
    const bool is_other = (lower >= '0' && lower <= '9') || lower == '+' ||
                          lower == '-' || lower == '.';
    if (!is_letter && (i == 0 || !is_other)) return {};
    out += lower;
  }
  return {};
}

// The folder of a file: URL; nothing if it has a host, a query or a fragment.
std::optional<std::string> folder_of(std::string_view url) {
  url.remove_prefix(std::string_view("file:").size());
  if (url.ends_with('#')) url.remove_suffix(1);
  if (url.find_first_of("?#") != std::string_view::npos) return std::nullopt;
  if (url.starts_with("//")) {
    url.remove_prefix(2);
    if (!url.empty() && url.front() != '/') return std::nullopt;  // a host
  } else if (!url.starts_with('/')) {
    return std::nullopt;
  }
  auto path = unescaped(url);
  if (!path) return path;
  while (path->size() > 1 && path->ends_with('/')) path->pop_back();
  if (path->empty()) *path = "/";
  return path;
}

}  // namespace

std::vector<std::string> proxy_folders(std::string_view list) {
  std::vector<std::string> out;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find_first_of(",|"), list.size());
    const std::string_view entry = trim_space(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
    if (entry.empty()) continue;
    if (entry == "off" || entry == "direct") break;
    // A bare host name means https; everything else needs a scheme.
    const bool is_host = entry.find_first_of(".:/") != std::string_view::npos &&
                         entry.find(":/") == std::string_view::npos &&
                         entry.front() != '/';
    if (std::any_of(entry.begin(), entry.end(), is_control)) return {};
    const std::string scheme = is_host ? "https" : scheme_of(entry);
    if (scheme == "http" || scheme == "https") continue;
    auto folder = scheme == "file" ? folder_of(entry) : std::nullopt;
    if (!folder) return {};
    out.push_back(std::move(*folder));
  }
  return out;
}

}  // namespace modgraph
