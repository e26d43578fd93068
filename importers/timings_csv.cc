#include "importers/timings_csv.h"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "engine/base/utf8.h"
#include "engine/model/decimal.h"
#include "engine/model/module_path.h"
#include "engine/model/version.h"

namespace modgraph {
namespace {

constexpr std::size_t kMaxErrors = 20;
constexpr std::string_view kHint =
    "each line is `module,seconds`, for example `golang.org/x/net,0.25`";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return text.substr(text.size());
  return text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

// Neither paths nor numbers hold a quote, so that none is ever doubled.
std::string_view without_quotes(std::string_view cell) {
  if (cell.size() >= 2 && cell.starts_with('"') && cell.ends_with('"'))
    return cell.substr(1, cell.size() - 2);
  return cell;
}

// "12.5" as nanoseconds; nothing unless it is a decimal number up to 10^9.
std::optional<std::uint64_t> nanoseconds(std::string_view text) {
  constexpr std::size_t kMaxDigits = 10;
  constexpr std::uint64_t kSecond = 1'000'000'000;
  std::size_t at = 0;
  std::uint64_t seconds = 0;
  for (; at < text.size() && is_digit(text[at]); ++at) {
    if (at == kMaxDigits) return std::nullopt;
    seconds = seconds * 10 + static_cast<std::uint64_t>(text[at] - '0');
  }
  if (at == 0 || seconds > kSecond) return std::nullopt;
  std::uint64_t out = seconds * kSecond;
  if (at == text.size()) return out;
  if (text[at] != '.' || at + 1 == text.size()) return std::nullopt;
  std::uint64_t unit = kSecond / 10;
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
    for (std::size_t at = 0; at < text_.size() && errors_.size() < kMaxErrors;
         ++number_) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      line_ = text_.substr(at, end - at);
      if (line_.ends_with('\r')) line_.remove_suffix(1);
      const std::string_view content = trimmed(line_);
      if (!content.empty() && !content.starts_with('#')) read_row();
      at = end + 1;
    }
    if (errors_.empty()) find_repeats();
    if (errors_.empty() && out_.modules.empty())
      return fail({ErrorKind::kInput,
                   "there is no module in this table",
                   {out_.file, 1, 1},
                   {},
                   std::string(kHint)});
    if (!errors_.empty()) return fail(std::move(errors_));
    return std::move(out_);
  }

 private:
  void read_row() {
    const std::size_t comma = line_.find(',');
    if (comma == std::string_view::npos)
      return wrong(line_, "this line has no comma");
    const std::string_view name =
        without_quotes(trimmed(line_.substr(0, comma)));
    const std::string_view seconds =
        without_quotes(trimmed(line_.substr(comma + 1)));
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
      return wrong(seconds, "these modules take centuries together");
    out_.modules.push_back(std::move(row));
  }

  void find_repeats() {
    std::vector<const ModuleDuration*> rows;
    for (const ModuleDuration& row : out_.modules) rows.push_back(&row);
    std::stable_sort(
        rows.begin(), rows.end(),
        [](const auto* a, const auto* b) { return a->path < b->path; });
    for (std::size_t i = 1; i < rows.size(); ++i) {
      if (rows[i]->path != rows[i - 1]->path || errors_.size() == kMaxErrors)
        continue;
      errors_.push_back({ErrorKind::kInput,
                         fmt::format("'{}' stands on line {} too",
                                     rows[i]->path, rows[i - 1]->line),
                         {out_.file, rows[i]->line, 1},
                         {},
                         "leave one line for each module"});
    }
  }

  // `part` lies within the line.
  void wrong(std::string_view part, std::string message) {
    constexpr std::size_t kLongestExcerpt = 500;
    const auto before = static_cast<std::size_t>(part.data() - line_.data());
    errors_.push_back(
        {ErrorKind::kInput,
         std::move(message),
         {out_.file, number_,
          static_cast<int>(count_code_points(line_.substr(0, before))) + 1},
         line_.size() > kLongestExcerpt ? "" : std::string(line_),
         std::string(kHint)});
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

}  // namespace modgraph
