#include "importers/module_folder/baseline.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "engine/base/printable.h"
#include "importers/json/json_trace.h"
#include "importers/text_position.h"

namespace modgraph {
namespace {

using BaselineJson = nlohmann::json;

constexpr std::string_view kRepair =
    "restore the file from version control, or write it anew: delete it and "
    "run `modgraph baseline create`";

struct BaselineFault {
  std::size_t at = 0;
  std::string message;
  std::string hint{kRepair};
};

// The first line that a merge left behind.
std::optional<std::size_t> conflict_marker(std::string_view text) {
  constexpr std::array<std::string_view, 4> kMarkers = {
      "<<<<<<<", "=======", ">>>>>>>", "|||||||"};
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view line = text.substr(at, text.find('\n', at) - at);
    for (const std::string_view marker : kMarkers)
      if (line.starts_with(marker)) return at;
    at += line.size() + 1;
  }
  return std::nullopt;
}

// Takes what the library's parser finds. Depth 1 is the file, 2 the list, 3 an
// entry.
class BaselineReader {
 public:
  explicit BaselineReader(std::string_view text)
      : text_(text), lines_(text), trace_(text, byte_order_mark(text)) {}

  tl::expected<std::vector<BaselineEntry>, BaselineFault> read() {
    if (skip_json_space(text_, byte_order_mark(text_)) == text_.size())
      return tl::unexpected(BaselineFault{0, "the file is empty"});
    if (!BaselineJson::sax_parse(trace_.begin(), trace_.end(), this))
      return tl::unexpected(std::move(fault_));
    if (!has_version_)
      return tl::unexpected(
          BaselineFault{0, "the file does not say its version"});
    return std::move(entries_);
  }

  // What the library calls: true goes on, false ends the reading.

  bool null() { return wrong("null"); }
  bool boolean(bool) { return wrong("true or false"); }
  bool number_integer(BaselineJson::number_integer_t) {
    return wrong("a negative number");
  }
  bool number_float(BaselineJson::number_float_t, const std::string&) {
    return wrong("a number with a fraction");
  }
  bool binary(BaselineJson::binary_t&) { return false; }  // none in text

  bool number_unsigned(BaselineJson::number_unsigned_t value) {
    if (depth_ == 1 && key_ == "version") {
      if (value != kBaselineVersion)
        return refuse({trace_.token(),
                       fmt::format("this is version {} of the file, and this "
                                   "program reads version {}",
                                   value, kBaselineVersion),
                       "use the version of modgraph that wrote it"});
      has_version_ = true;
    } else if (depth_ == 3 && key_ == "count" && value > 0) {
      entry_.count = value;
    } else {
      return wrong("a number");
    }
    trace_.number_read(false);
    return true;
  }

  bool string(std::string& value) {
    std::string* const field = depth_ == 3 ? text_field() : nullptr;
    if (field == nullptr) return wrong("a string");
    *field = std::move(value);
    trace_.value_read(false);
    return true;
  }

  bool key(std::string& name) {
    constexpr std::array<std::string_view, 2> kOfFile = {"version", "findings"};
    constexpr std::array<std::string_view, 6> kOfEntry = {
        "rule", "main", "subject", "fingerprint", "count", "reason"};
    const bool is_known =
        depth_ == 1
            ? std::find(kOfFile.begin(), kOfFile.end(), name) != kOfFile.end()
            : std::find(kOfEntry.begin(), kOfEntry.end(), name) !=
                  kOfEntry.end();
    if (!is_known)
      return refuse(
          {trace_.token(), fmt::format("unknown field '{}'", printable(name))});
    key_ = std::move(name);
    trace_.name_read();
    return true;
  }

  bool start_object(std::size_t) {
    if (depth_ == 1 || depth_ == 3) return wrong("an object");
    if (depth_ == 2) {
      entry_ = {};
      fingerprint_.clear();
      entry_.where.line = lines_.line_of(trace_.token());
      begin_ = trace_.token();
    }
    ++depth_;
    trace_.opened(false);
    return true;
  }

  bool start_array(std::size_t) {
    if (depth_ != 1 || key_ != "findings") return wrong("a list");
    ++depth_;
    trace_.opened(true);
    return true;
  }

  bool end_object() {
    if (--depth_ == 0) {
      trace_.closed();
      return true;
    }
    if (entry_.finding.rule.empty())
      return refuse({begin_, "this entry names no rule"});
    entry_.where.column = column_of(text_, begin_);
    entries_.push_back(std::move(entry_));
    trace_.value_read(true);
    return true;
  }

  bool end_array() {
    --depth_;
    trace_.value_read(false);
    return true;
  }

  bool parse_error(std::size_t, const std::string&,
                   const BaselineJson::exception&) {
    JsonFault fault = trace_.fault();
    if (fault.message.empty())
      fault.message = "the file ends here, inside of a list or object";
    return refuse({std::min(fault.at, text_.size()), std::move(fault.message)});
  }

 private:
  std::string* text_field() {
    if (key_ == "rule") return &entry_.finding.rule;
    if (key_ == "main") return &entry_.finding.main;
    if (key_ == "subject") return &entry_.finding.subject;
    if (key_ == "reason") return &entry_.reason;
    return key_ == "fingerprint" ? &fingerprint_ : nullptr;
  }

  bool wrong(std::string_view have) {
    return refuse({trace_.token(),
                   depth_ == 0
                       ? fmt::format("{} stands where the file begins", have)
                       : fmt::format("{} is not what belongs to '{}'", have,
                                     printable(key_))});
  }

  bool refuse(BaselineFault fault) {
    fault_ = std::move(fault);
    return false;
  }

  std::string_view text_;
  LineCounter lines_;
  JsonTrace trace_;
  int depth_ = 0;
  std::string key_;
  bool has_version_ = false;
  std::size_t begin_ = 0;  // of the entry
  BaselineEntry entry_;
  std::string fingerprint_;
  std::vector<BaselineEntry> entries_;
  BaselineFault fault_;
};

// In order, those of one identity as one: both sides of a merge may have it.
std::vector<BaselineEntry> ordered_entries(std::vector<BaselineEntry> entries) {
  std::stable_sort(
      entries.begin(), entries.end(),
      [](const auto& a, const auto& b) { return a.finding < b.finding; });
  std::vector<BaselineEntry> out;
  for (BaselineEntry& entry : entries) {
    if (out.empty() || out.back().finding != entry.finding) {
      out.push_back(std::move(entry));
    } else {
      out.back().count = std::max(out.back().count, entry.count);
      if (out.back().reason.empty()) out.back().reason = entry.reason;
    }
  }
  return out;
}

Errors fault_at(const std::string& file, std::string_view text,
                BaselineFault fault) {
  const int line = LineCounter(text).line_of(fault.at);
  return {error_at({file, text}, fault.at, line, ErrorKind::kUsage,
                   std::move(fault.message), std::move(fault.hint))};
}

}  // namespace

Result<Baseline> parse_baseline(std::string file, std::string_view text) {
  if (const auto at = conflict_marker(text))
    return fail(fault_at(
        file, text,
        {*at, "a merge has left its conflict here",
         "take either side of it, then run `modgraph baseline prune`"}));
  auto entries = BaselineReader(text).read();
  if (!entries) return fail(fault_at(file, text, std::move(entries.error())));
  Baseline out{std::move(file), ordered_entries(std::move(*entries))};
  for (BaselineEntry& entry : out.entries) entry.where.file = out.file;
  return out;
}

}  // namespace modgraph
