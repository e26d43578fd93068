#pragma once

// How long each stage of a command took, for `-v -v`.

#include <chrono>
#include <cstdint>
#include <string_view>

namespace modgraph {

enum class ShowTimings : std::uint8_t { kNo, kYes };

class StageTimer {
 public:
  explicit StageTimer(ShowTimings show) : show_(show) {}

  /// Says on standard error how long the stage took that ends here.
  void ends(std::string_view stage);

 private:
  ShowTimings show_;
  std::chrono::steady_clock::time_point begin_ =
      std::chrono::steady_clock::now();
};

}  // namespace modgraph
