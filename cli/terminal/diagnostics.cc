#include "cli/terminal/diagnostics.h"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "engine/base/printable.h"
#include "exporters/text/source_excerpt.h"

namespace modgraph {
namespace {

std::string painted(std::string_view sgr, std::string_view text,
                    bool coloured) {
  if (!coloured) return std::string(text);
  return fmt::format("{}{}\x1b[0m", sgr, text);
}

// The go command's messages have lines of their own.
std::string printable_lines(std::string_view text) {
  std::string out;
  while (true) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    for (; line.starts_with('\t'); line.remove_prefix(1)) out += "    ";
    out += printable(line);
    if (end == std::string_view::npos) return out;
    out += '\n';
    text.remove_prefix(end + 1);
  }
}

std::string place(const SourcePosition& where) {
  if (where.file.empty()) return {};
  std::string out = printable(where.file);
  if (where.line > 0) out += fmt::format(":{}", where.line);
  if (where.line > 0 && where.column > 0)
    out += fmt::format(":{}", where.column);
  return out + ": ";
}

// More of them hide what to do about the first.
constexpr std::size_t kMaxErrors = 5;

// "4,925".
std::string with_commas(std::size_t n) {
  std::string out = std::to_string(n);
  for (std::size_t at = out.size(); at > 3; at -= 3) out.insert(at - 3, ",");
  return out;
}

ExitCode exit_code_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::kUsage:
      return ExitCode::kUsage;
    case ErrorKind::kInternal:
      return ExitCode::kInternal;
    case ErrorKind::kInput:
    case ErrorKind::kNotFound:
    case ErrorKind::kIo:
    case ErrorKind::kEnvironment:
    case ErrorKind::kLimit:
      return ExitCode::kInput;
  }
  return ExitCode::kInternal;
}

}  // namespace

std::string format_error(const Error& error, bool coloured) {
  std::string out = painted("\x1b[1;31m", "error", coloured) + ": " +
                    place(error.where) + printable_lines(error.message) + "\n";
  out += source_excerpt(
      {error.where.line, error.where.column, 0, error.excerpt, {}});
  if (!error.hint.empty()) out += "  = " + printable(error.hint) + "\n";
  return out;
}

ExitCode report_errors(const Errors& errors, const Diagnostics& to) {
  const bool coloured = wants_colour(STDERR_FILENO, to.colour);
  auto code = ExitCode::kUsage;
  for (const Error& error : errors)
    code = std::max(code, exit_code_of(error.kind));
  const std::size_t shown =
      to.all_errors ? errors.size() : std::min(errors.size(), kMaxErrors);
  for (std::size_t i = 0; i < shown; ++i)
    std::fputs(format_error(errors[i], coloured).c_str(), stderr);
  if (shown < errors.size())
    std::fputs(fmt::format("and {} more\n", with_commas(errors.size() - shown))
                   .c_str(),
               stderr);
  return code;
}

void print_note(std::string_view text, const Diagnostics& to) {
  const bool coloured = wants_colour(STDERR_FILENO, to.colour);
  std::fputs(fmt::format("{}: {}\n", painted("\x1b[1;36m", "note", coloured),
                         printable(text))
                 .c_str(),
             stderr);
}

void print_notes(std::span<const std::string> notes,
                 std::span<const std::string> partial_because,
                 const Diagnostics& to, const std::string& before) {
  for (const std::string& note : notes)
    print_note(std::string(before).append(note), to);
  for (const std::string& why : partial_because)
    print_note(std::string(before).append("partial: ").append(why), to);
}

}  // namespace modgraph
