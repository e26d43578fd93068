#include "tests/support/txtar.h"

#include <algorithm>
#include <array>
#include <optional>

#include "engine/base/utf8.h"
#include "tests/support/golden.h"

namespace modgraph::test {
namespace {

constexpr std::string_view kEscaped = " (escaped)";

// The name in a line `-- NAME --`; nothing if the line is none.
std::optional<std::string_view> section_name(std::string_view line) {
  if (line.ends_with('\n')) line.remove_suffix(1);
  if (!line.starts_with("-- ") || !line.ends_with(" --") || line.size() < 7)
    return std::nullopt;
  return line.substr(3, line.size() - 6);
}

// The next line of a text, with its newline, which is taken off.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end);
  return line;
}

int hex_digit(char c) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  const std::size_t at = kDigits.find(c);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

std::string unescaped(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    std::size_t taken = 1;
    if (text.starts_with("\\\n")) {
      taken = 2;
    } else if (text.starts_with("\\\\")) {
      out += '\\';
      taken = 2;
    } else if (text.starts_with("\\x") && text.size() >= 4 &&
               hex_digit(text[2]) >= 0 && hex_digit(text[3]) >= 0) {
      out += static_cast<char>(16 * hex_digit(text[2]) + hex_digit(text[3]));
      taken = 4;
    } else {
      out += text[0];
    }
    text.remove_prefix(taken);
  }
  return out;
}

bool is_shown(const CodePoint& c) {
  constexpr char32_t kByteOrderMark = 0xfeff;
  if (c.value == '\n' || c.value == '\t') return true;
  return c.valid && c.value >= 0x20 && c.value != 0x7f &&
         c.value != kByteOrderMark;
}

std::string escaped(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  const auto put_byte = [&](char c) {
    const auto byte = static_cast<unsigned char>(c);
    out += "\\x";
    out += kDigits[byte / 16];
    out += kDigits[byte % 16];
  };
  bool line_begins = true;
  while (!text.empty()) {
    const CodePoint c = first_code_point(text);
    const std::string_view bytes = text.substr(0, c.length);
    if (text[0] == '\\')
      out += "\\\\";
    else if (!is_shown(c) || (line_begins && text[0] == '-'))
      for (const char byte : bytes) put_byte(byte);
    else
      out += bytes;
    line_begins = text[0] == '\n';
    text.remove_prefix(c.length);
  }
  return line_begins ? out : out + "\\\n";
}

bool needs_escapes(std::string_view text) {
  if (text.empty()) return false;
  if (text.back() != '\n') return true;
  for (std::string_view rest = text; !rest.empty();)
    if (section_name(take_line(rest))) return true;
  while (!text.empty()) {
    const CodePoint c = first_code_point(text);
    if (!is_shown(c)) return true;
    text.remove_prefix(c.length);
  }
  return false;
}

std::string want_name(const std::string& input) {
  return input.substr(0, input.rfind('.')) + ".want";
}

std::vector<TxtarFile>::iterator find(Txtar& archive, const std::string& name) {
  return std::find_if(archive.files.begin(), archive.files.end(),
                      [&](const TxtarFile& file) { return file.name == name; });
}

}  // namespace

Txtar parse_txtar(std::string_view text) {
  Txtar out;
  std::string* data = &out.comment;
  bool is_escaped = false;
  const auto close = [&] {
    if (is_escaped) *data = unescaped(*data);
  };
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    auto name = section_name(line);
    if (!name) {
      *data += line;
      continue;
    }
    close();
    is_escaped = name->ends_with(kEscaped);
    if (is_escaped) name->remove_suffix(kEscaped.size());
    out.files.push_back({std::string(*name), {}});
    data = &out.files.back().data;
  }
  close();
  return out;
}

std::string format_txtar(const Txtar& archive) {
  std::string out = archive.comment;
  for (const TxtarFile& file : archive.files) {
    const bool escapes = needs_escapes(file.data);
    out += "-- " + file.name;
    if (escapes) out += kEscaped;
    out += " --\n" + (escapes ? escaped(file.data) : file.data);
  }
  return out;
}

std::vector<TxtarFile> txtar_inputs(const std::string& path) {
  std::vector<TxtarFile> out = parse_txtar(test_data(path)).files;
  std::erase_if(
      out, [](const TxtarFile& file) { return file.name.ends_with(".want"); });
  return out;
}

std::string txtar_golden(const std::string& path, const std::string& input,
                         const std::string& actual) {
  Txtar archive = parse_txtar(test_data(path));
  const std::string name = want_name(input);
  auto want = find(archive, name);
  const std::string before = want == archive.files.end() ? "" : want->data;
  if (before == actual) return actual;
  if (want != archive.files.end()) {
    want->data = actual;
  } else if (const auto at = find(archive, input); at != archive.files.end()) {
    archive.files.insert(at + 1, {name, actual});
  }
  // Writes it only when golden files are renewed; else this is the old text.
  const std::string text = golden(path, format_txtar(archive));
  Txtar now = parse_txtar(text);
  want = find(now, name);
  return want == now.files.end() ? "" : want->data;
}

}  // namespace modgraph::test
