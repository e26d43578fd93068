#pragma once

// The graph of a picture, and the boxes of its modules.

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/digraph.h"
#include "engine/report/report.h"

namespace modgraph {

/// The requirements of the selected graph that are drawn: `// indirect` lines
/// of a main module only if nothing else leads to the module. A pruned go.mod
/// lists everything, which would make every picture a star. O(V + E).
Digraph<ModuleId> drawable_requirements(const Report& report);

/// What one box has.
enum class BoxScope : std::uint8_t {
  kModule,
  kCycle,         // modules that require each other
  kOrganisation,  // modules of one organisation
  kRepository,    // modules of one repository
  kRest,          // everything that had no room
};

struct DrawnBox {
  BoxScope scope = BoxScope::kModule;
  std::vector<ModuleId> members;  // ascending; at least one
};

/// The boxes of a picture, and which one a module is in.
class DrawnBoxes {
 public:
  static constexpr std::uint32_t kNotDrawn =
      std::numeric_limits<std::uint32_t>::max();

  explicit DrawnBoxes(std::size_t module_count)
      : of_(module_count, kNotDrawn) {}

  void add(DrawnBox box);
  void add(ModuleId module) { add({BoxScope::kModule, {module}}); }

  std::uint32_t count() const {
    return static_cast<std::uint32_t>(boxes_.size());
  }
  const DrawnBox& operator[](std::uint32_t i) const { return boxes_[i]; }
  std::uint32_t of(ModuleId module) const { return of_[index(module)]; }
  bool has(ModuleId module) const { return of(module) != kNotDrawn; }

 private:
  std::vector<DrawnBox> boxes_;
  std::vector<std::uint32_t> of_;  // by module
};

}  // namespace modgraph
