#pragma once

// The answer to "why is this module here, and why at this version?", in names,
// for exporters.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/analysis/why.h"
#include "engine/findings/finding.h"
#include "engine/model/manifest.h"

namespace modgraph {

/// What would be selected if one requirer did not ask for this version.
struct WithoutAnswer {
  std::string decider;
  std::optional<std::string> selected;  // a version; none: it would leave
  bool is_bound = false;  // at least that: closed go.mod files take part
};

struct WhyAnswer {
  std::string module;
  std::string version;  // "" for a main module
  bool main = false;
  bool selected = false;  // this version is in the build list
  std::string selected_version;
  std::vector<std::string> chain;        // from a main module; may be empty
  std::vector<std::string> requirers;    // who asks for exactly this version
  std::optional<std::string> runner_up;  // the next lower version asked for
  std::vector<std::string> runner_up_requirers;
  std::vector<WithoutAnswer> without;
  std::string path_count;  // decimal digits
  /// The line of ours that asks for this module, or else for the first module
  /// of the chain; what to change.
  std::optional<Location> line;
  bool line_is_own = false;  // it names the module itself
};

WhyAnswer why_answer(const ModuleGraph& graph,
                     std::span<const Manifest> manifests, const Why& why);

}  // namespace modgraph
