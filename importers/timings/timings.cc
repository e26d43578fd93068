#include "importers/timings/timings.h"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "engine/base/unicode.h"
#include "engine/base/utf8.h"
#include "engine/model/decimal.h"
#include "engine/model/module_path.h"
#include "engine/model/version.h"
#include "importers/json/json_trace.h"
#include "importers/timings/action_graph.h"

namespace modgraph {
namespace {

constexpr std::size_t kMaxTableErrors = 20;
constexpr std::string_view kHint =
    "each line is `module,seconds`, for example `golang.org/x/net,0.25`";

// Neither paths nor numbers contain a quote, so none is ever doubled.
std::string_view without_quotes(std::string_view cell) {
  if (cell.size() >= 2 && cell.starts_with('"') && cell.ends_with('"'))
    return cell.substr(1, cell.size() - 2);
  return cell;
}

// "12.5" as nanoseconds; nothing unless it is a decimal number up to 10^9.
std::optional<std::uint64_t> nanoseconds(std::string_view text) {
  constexpr std::size_t kMaxDigits = 10;
  constexpr std::uint64_t kUnits = 1'000'000'000;  // in a second
  std::size_t at = 0;
  std::uint64_t seconds = 0;
  for (; at < text.size() && is_digit(text[at]); ++at) {
    if (at == kMaxDigits) return std::nullopt;
    seconds = seconds * 10 + static_cast<std::uint64_t>(text[at] - '0');
  }
  if (at == 0 || seconds > kUnits) return std::nullopt;
  std::uint64_t out = seconds * kUnits;
  if (at == text.size()) return out;
  if (text[at] != '.' || at + 1 == text.size()) return std::nullopt;
  std::uint64_t unit = kUnits / 10;
  for (++at; at < text.size(); ++at, unit /= 10) {
    if (!is_digit(text[at])) return std::nullopt;
    out += unit * static_cast<std::uint64_t>(text[at] - '0');
  }
  return out;
}

class TableReader {
 public:
  TableReader(std::string_view file, std::string_view text) : text_(text) {
    out_.file = file;
  }

  Result<BuildTimings> read() && {
    for (std::size_t at = 0;
         at < text_.size() && errors_.size() < kMaxTableErrors; ++number_) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      line_ = text_.substr(at, end - at);
      if (line_.ends_with('\r')) line_.remove_suffix(1);
      const std::string_view content = trim_space(line_);
      if (!content.empty() && !content.starts_with('#')) read_row();
      at = end + 1;
    }
    if (errors_.empty()) find_repeats();
    if (errors_.empty() && out_.modules.empty())
      return fail(input_error({out_.file, 1, 1},
                              "there is no module in this table",
                              std::string(kHint)));
    if (!errors_.empty()) return fail(std::move(errors_));
    return std::move(out_);
  }

 private:
  void read_row() {
    const std::size_t comma = line_.find(',');
    if (comma == std::string_view::npos)
      return wrong(line_, "this line has no comma");
    const std::string_view name =
        without_quotes(trim_space(line_.substr(0, comma)));
    const std::string_view seconds =
        without_quotes(trim_space(line_.substr(comma + 1)));
    const bool is_first = std::exchange(is_first_, false);
    if (is_first && name == "module" && seconds == "seconds") return;

    ModuleDuration row;
    const std::size_t at = std::min(name.find('@'), name.size());
    row.path = name.substr(0, at);
    if (at < name.size()) row.version = name.substr(at + 1);
    row.line = number_;
    if (const auto why = check_import_path(row.path))
      return wrong(
          name, fmt::format("'{}' is not a module path: {}", row.path, *why));
    if (at < name.size() && !is_semver(row.version))
      return wrong(name.substr(at + 1),
                   fmt::format("'{}' is not a version", row.version));
    const auto duration = nanoseconds(seconds);
    if (!duration)
      return wrong(seconds, fmt::format("'{}' is not a number of seconds from "
                                        "0 to 1000000000",
                                        seconds));
    row.duration = *duration;
    total_ += row.duration;
    if (total_ >= std::uint64_t{1} << 63)
      return wrong(seconds, "these modules take centuries in total");
    out_.modules.push_back(std::move(row));
  }

  void find_repeats() {
    std::vector<const ModuleDuration*> rows;
    for (const ModuleDuration& row : out_.modules) rows.push_back(&row);
    std::stable_sort(
        rows.begin(), rows.end(),
        [](const auto* a, const auto* b) { return a->path < b->path; });
    for (std::size_t i = 1; i < rows.size(); ++i) {
      if (rows[i]->path != rows[i - 1]->path ||
          errors_.size() == kMaxTableErrors)
        continue;
      errors_.push_back(
          input_error({out_.file, rows[i]->line, 1},
                      fmt::format("'{}' is on line {} too", rows[i]->path,
                                  rows[i - 1]->line),
                      "keep one line for each module"));
    }
  }

  // `part` lies within the line.
  void wrong(std::string_view part, std::string message) {
    constexpr std::size_t kLongestExcerpt = 500;
    const auto before = static_cast<std::size_t>(part.data() - line_.data());
    const auto column =
        static_cast<int>(count_code_points(line_.substr(0, before))) + 1;
    errors_.push_back(input_error({out_.file, number_, column},
                                  std::move(message), std::string(kHint)));
    if (line_.size() <= kLongestExcerpt) errors_.back().excerpt = line_;
  }

  std::string_view text_;
  std::string_view line_;
  int number_ = 1;
  bool is_first_ = true;
  std::uint64_t total_ = 0;
  BuildTimings out_;
  Errors errors_;
};

}  // namespace

Result<BuildTimings> parse_timings_csv(std::string_view file,
                                       std::string_view text) {
  return TableReader(file, text).read();
}

Result<BuildTimings> parse_timings(std::string_view file,
                                   std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
  if (text.starts_with(kByteOrderMark))
    text.remove_prefix(kByteOrderMark.size());
  const std::size_t first = skip_json_space(text, 0);
  const bool is_json =
      first < text.size() && (text[first] == '[' || text[first] == '{');
  return is_json ? parse_action_graph(file, text)
                 : parse_timings_csv(file, text);
}

}  // namespace modgraph
