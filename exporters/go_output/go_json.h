#pragma once

// JSON as the go command prints it: Go's encoding/json with one tab per level,
// byte for byte.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace modgraph {

/// A string as Go's encoding/json writes it: <, > and & escaped too, so that it
/// can stand inside HTML; bytes that are not UTF-8 become U+FFFD.
std::string go_json_string(std::string_view text);

/// Writes nested objects and arrays, one value per line, one tab per level.
class GoJsonWriter {
 public:
  /// An object or an array, '{' or '['.
  void open(char bracket) {
    out_ += bracket;
    ++depth_;
    first_ = true;
  }

  /// An empty object or array is never written: Go has null for those.
  void close(char bracket) {
    --depth_;
    new_line();
    out_ += bracket;
    first_ = false;
  }

  /// Begins an element of an array.
  void element() {
    if (!first_) out_ += ',';
    first_ = false;
    new_line();
  }

  /// Begins a field of an object; its value comes next.
  void key(std::string_view name) {
    element();
    out_ += go_json_string(name);
    out_ += ": ";
  }

  void value(std::string_view text) { out_ += go_json_string(text); }
  /// A number, true, false or null.
  void literal(std::string_view text) { out_ += text; }

  void field(std::string_view name, std::string_view text) {
    key(name);
    value(text);
  }

  void field_unless_empty(std::string_view name, std::string_view text) {
    if (!text.empty()) field(name, text);
  }

  /// The text, with a last newline.
  std::string finish() && { return std::move(out_) + "\n"; }

 private:
  void new_line() {
    out_ += '\n';
    out_.append(depth_, '\t');
  }

  std::string out_;
  std::size_t depth_ = 0;
  bool first_ = true;
};

}  // namespace modgraph
