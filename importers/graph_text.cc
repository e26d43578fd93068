#include "importers/graph_text.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstring>
#include <optional>
#include <span>
#include <utility>

#include "engine/base/utf8.h"
#include "engine/model/version.h"

namespace modgraph {
namespace {

// What to do about a wrong line: another kind of input shows in its first one.
std::string_view hint_for(std::string_view first_line) {
  if (first_line.starts_with('{') || first_line.starts_with('['))
    return "this looks like JSON: name the output of `go list -m -json all` "
           "with --list";
  if (first_line.starts_with("module ") || first_line.starts_with("//"))
    return "this looks like a go.mod file: name it with --mod";
  if (first_line.starts_with("\xff\xfe") || first_line.starts_with("\xfe\xff"))
    return "this looks like UTF-16: write it as UTF-8";
  return "each line is `from to`, as `go mod graph` prints it";
}

// As much of a wrong line as errors show.
constexpr std::size_t kShownBytes = 200;

bool is_blank(char c) { return c == ' ' || c == '\t'; }

// What is wrong with the name of a vertex, and where in it.
struct NameFault {
  std::string message;
  std::size_t at;
};

std::optional<NameFault> fault_of_version(std::string_view path,
                                          std::string_view version,
                                          std::size_t at) {
  if (version.empty())
    return NameFault{fmt::format("no version after '{}@'", path), at};
  switch (module_kind(path)) {
    case ModuleKind::kGo:
      if (is_go_version(version)) return std::nullopt;
      return NameFault{fmt::format("'{}' is not a Go version", version), at};
    case ModuleKind::kToolchain:
      // `default` and local names are legal and compare lowest.
      return std::nullopt;
    case ModuleKind::kModule:
      if (is_semver(version)) return std::nullopt;
      return NameFault{
          fmt::format("'{}' is not a version of the form v1.2.3", version), at};
  }
  return std::nullopt;
}

// Whether all bytes are printable ASCII, eight at a time. (Each step looks for
// a byte below 0x20, 0x7f, or above: Anderson, "Bit twiddling hacks".)
bool is_plain_ascii(std::string_view text) {
  constexpr std::uint64_t kOnes = 0x0101010101010101u;
  constexpr std::uint64_t kHigh = 0x8080808080808080u;
  std::uint64_t odd = 0;
  const auto look = [&](std::uint64_t word) {
    const std::uint64_t del = word ^ (kOnes * 0x7f);
    odd |= (word | (word - kOnes * 0x20) | (del - kOnes)) & kHigh;
  };
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, 8);
    look(word);
  }
  std::uint64_t word = kOnes * 'a';
  std::memcpy(&word, text.data() + at, text.size() - at);
  look(word);
  return odd == 0;
}

std::optional<NameFault> fault_of_bytes(std::string_view name) {
  if (is_plain_ascii(name)) return std::nullopt;
  if (const std::size_t good = valid_utf8_prefix(name); good != name.size())
    return NameFault{"the text is not valid UTF-8", good};
  for (std::size_t i = 0; i < name.size(); ++i) {
    const auto c = static_cast<unsigned char>(name[i]);
    if (c < 0x20 || c == 0x7f)
      return NameFault{
          fmt::format("control character U+{:04X} in a name", int{c}), i};
  }
  return std::nullopt;
}

// Names are checked once, when they are first seen.
std::optional<NameFault> fault_of(std::string_view name) {
  if (auto fault = fault_of_bytes(name)) return fault;
  const std::size_t at = name.find('@');
  if (at == 0) return NameFault{"no module path before '@'", 0};
  if (at == std::string_view::npos) return std::nullopt;
  return fault_of_version(name.substr(0, at), name.substr(at + 1), at + 1);
}

// The fields of a line. Between them stand spaces, in other tools' output also
// tabs; what the go command prints has one space.
struct Fields {
  std::string_view from;
  std::string_view to;
  std::string_view third;  // not empty: too many
};

Fields split_fields(std::string_view line) {
  const std::size_t space = line.find(' ');
  if (space != std::string_view::npos && space != 0) {
    const Fields out{line.substr(0, space), line.substr(space + 1), {}};
    const bool plain = !out.to.empty() &&
                       out.to.find(' ') == std::string_view::npos &&
                       line.find('\t') == std::string_view::npos;
    if (plain) return out;
  }
  const char* p = line.data();
  const char* const end = p + line.size();
  const auto field = [&] {
    while (p != end && is_blank(*p)) ++p;
    const char* const begin = p;
    while (p != end && !is_blank(*p)) ++p;
    return std::string_view(begin, static_cast<std::size_t>(p - begin));
  };
  Fields out;
  out.from = field();
  out.to = field();
  out.third = field();
  return out;
}

// The start of a line, short enough to print.
std::string excerpt_of(std::string_view line) {
  std::string out(line.substr(0, kShownBytes));
  if (line.size() > kShownBytes) out += "...";
  return out;
}

}  // namespace

Error GraphTextReader::wrong_line(std::string_view line, std::uint64_t number,
                                  std::string_view at,
                                  std::string message) const {
  const auto before = static_cast<std::size_t>(at.data() - line.data());
  return {ErrorKind::kInput,
          std::move(message),
          {file_, static_cast<int>(number),
           static_cast<int>(count_code_points(line.substr(0, before))) + 1},
          excerpt_of(line),
          std::string(hint_for(first_line_))};
}

Result<void> GraphTextReader::feed(std::string_view chunk) {
  if (!carry_.empty()) {
    const std::size_t end = chunk.find('\n');
    if (end == std::string_view::npos) {
      carry_.append(chunk);
    } else {
      carry_.append(chunk.substr(0, end + 1));
      chunk.remove_prefix(end + 1);
      const std::string line = std::exchange(carry_, {});
      if (auto taken = take_lines(line); !taken) return taken;
    }
  }
  if (carry_.empty()) {
    const std::size_t end = chunk.rfind('\n') + 1;  // npos + 1 is 0
    if (auto taken = take_lines(chunk.substr(0, end)); !taken) return taken;
    carry_.assign(chunk.substr(end));
  }
  if (carry_.size() > kLongestLine)
    return fail(wrong_line(
        carry_, out_.lines + 1, carry_,
        fmt::format("the line is longer than {} bytes", kLongestLine)));
  return {};
}

// Whole lines, each with its newline; they stay in memory until the flush.
Result<void> GraphTextReader::take_lines(std::string_view text) {
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at != end) {
    const auto length = static_cast<std::size_t>(end - at);
    const auto* newline =
        static_cast<const char*>(std::memchr(at, '\n', length));
    const char* const stop = newline == nullptr ? end : newline;
    const std::string_view line(at, static_cast<std::size_t>(stop - at));
    if (auto taken = take_line(line); !taken) return taken;
    at = newline == nullptr ? end : newline + 1;
  }
  return flush();
}

Result<void> GraphTextReader::take_line(std::string_view line) {
  if (++out_.lines == 1) {
    first_line_ = line.substr(0, kShownBytes);
    // Some shells write a byte order mark in front of redirected text.
    if (line.starts_with("\xef\xbb\xbf")) line.remove_prefix(3);
  }
  if (line.ends_with('\r')) line.remove_suffix(1);
  if (line.size() > kLongestLine)
    return refuse(
        line, line,
        fmt::format("the line is longer than {} bytes", kLongestLine));
  const auto [from, to, third] = split_fields(line);
  if (from.empty()) return {};
  if (to.empty()) return refuse(line, from, "one field where a line has two");
  if (!third.empty())
    return refuse(line, third, "more than two fields on one line");

  const std::size_t i = pending_lines_++;
  line_text_[i] = line;
  line_number_[i] = out_.lines;
  // Requirements of one source stand together, so most lines repeat it: a
  // comparison is cheaper than a look-up.
  const bool same = i == 0 ? from == last_source_
                           : line_text_[i - 1].starts_with(from) &&
                                 is_blank(line_text_[i - 1][from.size()]);
  new_source_[i] = !same;
  if (!same) names_[pending_names_++] = from;
  names_[pending_names_++] = to;
  return pending_lines_ == kBatch ? flush() : Result<void>();
}

// The lines before it come first: one of them may be wrong too.
Result<void> GraphTextReader::refuse(std::string_view line, std::string_view at,
                                     std::string message) {
  if (auto flushed = flush(); !flushed) return flushed;
  return fail(wrong_line(line, out_.lines, at, std::move(message)));
}

Result<void> GraphTextReader::flush() {
  if (pending_lines_ == 0) return {};
  std::array<GraphBuilder::Handle, 2 * kBatch> handles;  // written below
  const std::span names(names_.data(), pending_names_);
  std::size_t known = out_.builder.size();
  out_.builder.add_names(names, handles);

  std::size_t next = 0;
  for (std::size_t i = 0; i < pending_lines_; ++i) {
    const auto take = [&]() -> std::optional<Error> {
      const std::string_view name = names[next];
      if (handles[next++] < known) return std::nullopt;
      known = handles[next - 1] + std::size_t{1};
      const auto fault = fault_of(name);
      if (!fault) return std::nullopt;
      return wrong_line(line_text_[i], line_number_[i], name.substr(fault->at),
                        fault->message);
    };
    if (new_source_[i]) {
      if (auto error = take()) return fail(std::move(*error));
      last_handle_ = handles[next - 1];
    }
    if (auto error = take()) return fail(std::move(*error));
    out_.builder.require(last_handle_, handles[next - 1]);
  }
  last_source_ = out_.builder.name(last_handle_);
  pending_lines_ = 0;
  pending_names_ = 0;
  return {};
}

Result<GraphText> GraphTextReader::finish() && {
  out_.ends_inside_line = !carry_.empty();
  if (auto taken = take_lines(carry_); !taken) return fail(taken.error());
  if (out_.builder.requirement_count() == 0)
    return fail({ErrorKind::kInput,
                 "there is no requirement in this graph text",
                 {file_, 0, 0},
                 {},
                 "write it with `go mod graph > graph.txt`"});
  return std::move(out_);
}

Result<GraphText> parse_graph_text(std::string file, std::string_view text) {
  GraphTextReader reader(std::move(file));
  if (auto fed = reader.feed(text); !fed) return fail(fed.error());
  return std::move(reader).finish();
}

}  // namespace modgraph
