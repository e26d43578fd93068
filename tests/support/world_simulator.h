#pragma once

// Edits of the main modules of a small world (world_words.h), simulated.

#include <optional>
#include <string_view>
#include <vector>

#include "engine/advice/edit_simulator.h"
#include "engine/findings/findings.h"
#include "engine/findings/rule_settings.h"
#include "tests/support/memory_source.h"
#include "tests/support/module_world.h"

namespace modgraph::test {

/// Edits the text of a go.mod file, as the program does.
Result<EditedManifest> edited(const Manifest& manifest,
                              std::span<const ManifestEdit> edits);

/// A world and its build. Stays where it is: the simulator points into it.
class WorldSimulator {
 public:
  explicit WorldSimulator(std::string_view words, RuleSettings settings = {});
  WorldSimulator(const WorldSimulator&) = delete;

  /// What is wrong with the build, or "".
  const std::string& error() const { return error_; }

  // Where there is no error.
  Project& project() { return project_; }
  const Analysis& analysis() const { return *analysis_; }
  const std::vector<Finding>& findings() const { return findings_; }
  Evidence evidence() const {
    return {project_, *analysis_, *lines_, &settings_.policy};
  }
  BuildSource source();
  EditSimulator& simulator() { return *simulator_; }

 private:
  RuleSettings settings_;
  MainModules mains_;
  MemorySource source_;
  SummaryStore store_;
  LoadOptions options_;
  GoSums sums_;
  Project project_;
  std::optional<Analysis> analysis_;
  std::optional<RequirementLines> lines_;
  std::vector<Finding> findings_;
  std::optional<EditSimulator> simulator_;
  std::string error_;
};

/// "-require=A@v1.2.0 -exclude=B@v1.1.0": without the host of small worlds.
std::string edits_in_words(std::span<const MainEdit> edits);

/// "+C@v1.1.0 -B@v1.1.0 A v1.1.0>v1.2.0"; "" for none.
std::string effect_in_words(const BuildEffect& effect);

}  // namespace modgraph::test
