#include "cli/terminal/stage_timer.h"

#include <fmt/core.h>

#include <cstdio>

namespace modgraph {

void StageTimer::ends(std::string_view stage) {
  const auto now = std::chrono::steady_clock::now();
  if (show_ == ShowTimings::kYes)
    fmt::print(stderr, "{:>8}  {:9.3f} ms\n", stage,
               std::chrono::duration<double, std::milli>(now - begin_).count());
  begin_ = std::chrono::steady_clock::now();
}

}  // namespace modgraph
