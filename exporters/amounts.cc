#include "exporters/amounts.h"

#include <fmt/core.h>

#include <array>
#include <string_view>

namespace modgraph {
namespace {

constexpr std::uint64_t kSecond = 1'000'000'000;

std::string bytes_text(std::uint64_t bytes) {
  constexpr std::array<std::string_view, 4> kUnits = {"kB", "MB", "GB", "TB"};
  if (bytes < 1000) return fmt::format("{} B", bytes);
  auto value = static_cast<double>(bytes) / 1000;
  std::size_t unit = 0;
  // What would be printed as 1000.0 is one of the next unit.
  while (value >= 999.95 && unit + 1 < kUnits.size()) {
    value /= 1000;
    ++unit;
  }
  return fmt::format("{:.1f} {}", value, kUnits[unit]);
}

bool is_time(PathWeight weight) {
  return weight == PathWeight::kDownload || weight == PathWeight::kBuild;
}

}  // namespace

std::string amount_text(std::uint64_t amount, PathWeight weight) {
  if (is_time(weight)) {
    const std::uint64_t ms =
        amount / 1'000'000 + (amount % 1'000'000 >= 500'000 ? 1 : 0);
    return fmt::format("{}.{:03} s", ms / 1000, ms % 1000);
  }
  if (weight == PathWeight::kBytes) return bytes_text(amount);
  return fmt::format("{} module{}", amount, amount == 1 ? "" : "s");
}

std::string amount_number(std::uint64_t amount, PathWeight weight) {
  if (!is_time(weight)) return std::to_string(amount);
  std::string out = fmt::format("{}.{:09}", amount / kSecond, amount % kSecond);
  while (out.ends_with('0')) out.pop_back();
  if (out.ends_with('.')) out.pop_back();
  return out;
}

}  // namespace modgraph
