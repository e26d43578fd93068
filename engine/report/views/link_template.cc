#include "engine/report/views/link_template.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "engine/base/printable.h"

namespace modgraph {
namespace {

constexpr std::array<std::string_view, 3> kModulePlaces = {"path", "version",
                                                           "module"};
constexpr std::array<std::string_view, 2> kLinePlaces = {"file", "line"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names,
               std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9');
}

bool is_among(char c, std::string_view characters) {
  return characters.find(c) != std::string_view::npos;
}

// RFC 3986, 2.2 and 2.3, and the percent sign; quotes are not needed.
bool may_occur(char c) {
  return is_letter_or_digit(c) || is_among(c, "-._~:/?#@!$&()*+,;=%");
}

bool stays(char c) { return is_letter_or_digit(c) || is_among(c, "-._~/@"); }

std::string percent_encoded(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (stays(c))
      out += c;
    else
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  return out;
}

// A browser would resolve "." and "..", and drop empty elements.
bool is_path(std::string_view path) {
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view element = path.substr(begin, end - begin);
    if (element.empty() || element == "." || element == "..") return false;
    begin = end + 1;
  }
  return true;
}

Error usage(std::string_view text, std::string_view what) {
  return {ErrorKind::kUsage,
          fmt::format("--link-template '{}' {}", printable(text), what),
          {},
          {},
          "for example https://pkg.go.dev/{module}"};
}

}  // namespace

Result<LinkTemplate> LinkTemplate::parse(std::string_view text) {
  const std::string_view scheme = text.starts_with("https://")  ? "https://"
                                  : text.starts_with("http://") ? "http://"
                                                                : "";
  if (scheme.empty())
    return fail(usage(text, "is not an https:// or http:// address"));
  const std::size_t host_end = text.find_first_of("/?#", scheme.size());
  const std::string_view host =
      text.substr(scheme.size(), host_end - scheme.size());
  if (host_end == std::string_view::npos || host.empty() ||
      host.find_first_of("{}@%\\") != std::string_view::npos)
    return fail(usage(text, "does not name a host before its first '/'"));
  LinkTemplate out;
  std::size_t module_places = 0, line_places = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = std::min(text.find('{', at), text.size());
    const std::string_view plain = text.substr(at, open - at);
    if (!std::ranges::all_of(plain, may_occur))
      return fail(
          usage(text, "has a character that is not allowed in an address"));
    out.pieces_.push_back({std::string(plain), false});
    if (open == text.size()) break;
    const std::size_t close = text.find('}', open);
    const std::string_view name = close == std::string_view::npos
                                      ? std::string_view{}
                                      : text.substr(open + 1, close - open - 1);
    if (!is_one_of(kModulePlaces, name) && !is_one_of(kLinePlaces, name))
      return fail(usage(text,
                        "has a placeholder other than {path}, {version}, "
                        "{module}, {file} or {line}"));
    out.pieces_.push_back({std::string(name), true});
    ++(is_one_of(kLinePlaces, name) ? line_places : module_places);
    at = close + 1;
  }
  if (module_places + line_places == 0)
    return fail(usage(text, "has no {path}, {version}, {module} or {file}"));
  if (module_places > 0 && line_places > 0)
    return fail(usage(text, "has placeholders for modules and for lines"));
  out.is_for_lines_ = line_places > 0;
  return out;
}

std::string LinkTemplate::line_link(std::string_view file, int line) const {
  if (!is_for_lines_ || !is_path(file)) return {};
  std::string out;
  for (const Piece& piece : pieces_)
    out += !piece.is_place        ? piece.text
           : piece.text == "file" ? percent_encoded(file)
                                  : std::to_string(std::max(line, 1));
  return out;
}

std::string LinkTemplate::link(std::string_view path,
                               std::string_view version) const {
  if (is_for_lines_ || !is_path(path)) return {};
  std::string out;
  for (const Piece& piece : pieces_) {
    if (!piece.is_place) {
      out += piece.text;
      continue;
    }
    if (piece.text == "version" && version.empty()) return {};
    if (piece.text != "version") out += percent_encoded(path);
    if (piece.text == "module" && !version.empty()) out += "@";
    if (piece.text != "path") out += percent_encoded(version);
  }
  return out;
}

Picture with_links(Picture picture, const LinkTemplate& links) {
  for (PictureBox& box : picture.boxes)
    if (box.kind != BoxKind::kGroup && box.kind != BoxKind::kMain)
      box.link = links.link(box.name, box.version);
  return picture;
}

}  // namespace modgraph
