#include "importers/graph_text/graph_text.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstring>
#include <span>
#include <utility>

#include "engine/base/utf8.h"
#include "importers/graph_text/graph_text_names.h"

namespace modgraph {
namespace {

// What to do about a wrong line. The first line often shows another kind of
// input.
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

// The fields of a line, separated by spaces, in other tools' output also by
// tabs; what the go command prints has one space.
struct LineFields {
  std::string_view from;
  std::string_view to;
  std::string_view third;  // not empty: too many
};

LineFields split_fields(std::string_view line) {
  const char* p = line.data();
  const char* const end = p + line.size();
  const auto field = [&] {
    while (p != end && is_blank(*p)) ++p;
    const char* const begin = p;
    while (p != end && !is_blank(*p)) ++p;
    return std::string_view(begin, static_cast<std::size_t>(p - begin));
  };
  LineFields out;
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
  const auto column =
      static_cast<int>(count_code_points(line.substr(0, before))) + 1;
  Error error =
      input_error({file_, static_cast<int>(number), column}, std::move(message),
                  std::string(hint_for(first_line_)));
  error.excerpt = excerpt_of(line);
  return error;
}

// What came so far tells how much will come. New names are rarer later on in
// real graphs, so not much is told by the very first lines.
void GraphTextReader::make_room(std::uint64_t taken) {
  constexpr std::uint64_t kFewLines = 4096;
  constexpr std::uint64_t kPart = 16;
  if (taken < expected_ / kPart || out_.lines < kFewLines) return;
  constexpr double kMargin = 1.05;
  const double times =
      static_cast<double>(expected_) / static_cast<double>(taken);
  if (times > 1) out_.builder.reserve_times(times * kMargin);
  expected_ = 0;
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
    if (const char* const next = take_plain_line(at, end)) {
      at = next;
    } else {
      const auto length = static_cast<std::size_t>(end - at);
      const auto* newline =
          static_cast<const char*>(std::memchr(at, '\n', length));
      const char* const stop = newline == nullptr ? end : newline;
      const std::string_view line(at, static_cast<std::size_t>(stop - at));
      if (auto taken = take_line(line); !taken) return taken;
      at = newline == nullptr ? end : newline + 1;
    }
    if (pending_lines_ < kBatch) continue;
    if (auto flushed = flush(); !flushed) return flushed;
    if (expected_ > 0)
      make_room(taken_ + static_cast<std::uint64_t>(at - text.data()));
  }
  taken_ += text.size();
  return flush();
}

// What the go command prints: two names of plain bytes and one space. Returns
// where the next line begins, or null for a line that needs a closer look.
const char* GraphTextReader::take_plain_line(const char* at, const char* end) {
  if (out_.lines == 0) return nullptr;
  // Requirements of one source come together, so most lines repeat it: a
  // comparison is cheaper than a look-up.
  std::size_t from = source_.size();
  const bool same = from != 0 && static_cast<std::size_t>(end - at) > from &&
                    at[from] == ' ' &&
                    std::memcmp(at, source_.data(), from) == 0;
  if (!same) {
    from = plain_length(at, end);
    if (from == 0 || at + from == end || at[from] != ' ') return nullptr;
  }
  const char* const target = at + from + 1;
  const std::size_t to = plain_length(target, end);
  const char* next = target + to;
  if (to == 0 || next == end) return nullptr;
  const std::string_view line(at, from + 1 + to);
  if (*next == '\r' && ++next == end) return nullptr;
  if (*next != '\n' || line.size() > kLongestLine) return nullptr;
  ++out_.lines;
  wait(line, same ? source_ : line.substr(0, from), {target, to});
  return next + 1;
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
  if (to.empty()) return refuse(line, from, "one field where two are expected");
  if (!third.empty())
    return refuse(line, third, "more than two fields on one line");
  wait(line, from == source_ ? source_ : from, to);
  return {};
}

// Puts a line into the batch. `from` is source_ itself where it is the same.
void GraphTextReader::wait(std::string_view line, std::string_view from,
                           std::string_view to) {
  const bool same = from.data() == source_.data();
  const std::size_t i = pending_lines_++;
  line_text_[i] = line;
  line_number_[i] = out_.lines;
  if (!same) names_[pending_names_++] = source_ = from;
  target_of_line_[i] = static_cast<std::uint8_t>(pending_names_);
  names_[pending_names_++] = to;
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
  const std::size_t known = out_.builder.size();
  out_.builder.add_names(std::span(names_.data(), pending_names_), handles);
  if (auto checked = check_names(handles, known); !checked) return checked;

  std::size_t next = 0;
  for (std::size_t i = 0; i < pending_lines_; ++i) {
    const std::size_t target = target_of_line_[i];
    if (next != target) last_handle_ = handles[next];
    out_.builder.require(last_handle_, handles[target]);
    next = target + 1;
  }
  source_ = out_.builder.name(last_handle_);  // the text goes, this stays
  pending_lines_ = 0;
  pending_names_ = 0;
  return {};
}

// Names are checked when they are first seen, in the order of the text.
Result<void> GraphTextReader::check_names(
    std::span<const GraphBuilder::Handle> handles, std::size_t known) const {
  for (; known < out_.builder.size(); ++known) {
    const auto handle = static_cast<GraphBuilder::Handle>(known);
    const auto fault =
        fault_of_name(out_.builder.name(handle), out_.builder.key(handle));
    if (!fault) continue;
    const auto name = static_cast<std::size_t>(
        std::find(handles.begin(), handles.end(), handle) - handles.begin());
    std::size_t line = 0;
    while (target_of_line_[line] < name) ++line;
    return fail(wrong_line(line_text_[line], line_number_[line],
                           names_[name].substr(fault->at), fault->message));
  }
  return {};
}

Result<GraphText> GraphTextReader::finish() && {
  out_.ends_inside_line = !carry_.empty();
  if (auto taken = take_lines(carry_); !taken) return fail(taken.error());
  if (out_.builder.requirement_count() == 0)
    return fail(input_error(SourcePosition{file_},
                            "there is no requirement in this graph text",
                            "write it with `go mod graph > graph.txt`"));
  return std::move(out_);
}

Result<GraphText> parse_graph_text(std::string file, std::string_view text) {
  GraphTextReader reader(std::move(file));
  reader.expect(text.size());
  if (auto fed = reader.feed(text); !fed) return fail(fed.error());
  return std::move(reader).finish();
}

}  // namespace modgraph
