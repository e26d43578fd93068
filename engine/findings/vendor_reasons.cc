#include "engine/findings/vendor_reasons.h"

#include <fmt/core.h>

#include <array>

namespace modgraph {
namespace {

struct ReasonWords {
  VendorReason reason;
  std::string_view name;
  std::string_view text;  // {} is the detail
};

constexpr std::array kWords = {
    ReasonWords{VendorReason::kOutsideProxies, "outside-proxies",
                "never fetched from a proxy: {} in GONOPROXY or GOPRIVATE"},
    ReasonWords{VendorReason::kRetracted, "retracted",
                "retracted by its authors: {}"},
    ReasonWords{VendorReason::kDeprecated, "deprecated",
                "deprecated by its authors: {}"},
    ReasonWords{VendorReason::kFork, "fork", "replaced by another module, {}"},
    ReasonWords{VendorReason::kFolder, "folder", "replaced by a folder, {}"},
    ReasonWords{VendorReason::kPseudoVersion, "pseudo-version",
                "a commit without a tag"},
    ReasonWords{VendorReason::kNoGoMod, "no-go-mod",
                "no go.mod for its major version"},
    ReasonWords{VendorReason::kStale, "stale",
                "published {}, years before the newest module of the build"},
    ReasonWords{VendorReason::kTinyLeaf, "tiny-leaf",
                "tiny, requires nothing, and is required by many modules"},
};

const ReasonWords& words_of(VendorReason reason) {
  return kWords[static_cast<std::size_t>(reason)];
}

}  // namespace

std::string_view vendor_reason_name(VendorReason reason) {
  return words_of(reason).name;
}

std::string vendor_reason_text(const VendorPoint& point) {
  const std::string_view text = words_of(point.reason).text;
  const std::size_t gap = text.find("{}");
  if (gap == std::string_view::npos) return std::string(text);
  // One line, however long its authors wrote.
  const std::string detail = point.detail.substr(0, point.detail.find('\n'));
  return fmt::format("{}{}{}", text.substr(0, gap), detail,
                     text.substr(gap + 2));
}

std::string size_text(std::uint64_t bytes) {
  constexpr std::array<std::string_view, 4> kUnits = {"KiB", "MiB", "GiB",
                                                      "TiB"};
  if (bytes < 1024) return fmt::format("{} bytes", bytes);
  double size = static_cast<double>(bytes) / 1024;
  std::size_t unit = 0;
  while (size >= 1024 && unit + 1 < kUnits.size()) {
    size /= 1024;
    ++unit;
  }
  return fmt::format("{:.1f} {}", size, kUnits[unit]);
}

}  // namespace modgraph
