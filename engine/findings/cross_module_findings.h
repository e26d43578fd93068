#pragma once

// MG2006: where do main modules disagree? In names, and as findings. findings.h
// has the family for the main modules of one build; here are those of several.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/analysis/versions/cross_module_drift.h"
#include "engine/findings/finding.h"
#include "engine/model/manifest.h"
#include "engine/model/project.h"

namespace modgraph {

/// A version, and the main modules that require it or whose builds select it,
/// sorted.
struct VersionOfMains {
  std::string version;
  std::vector<std::string> mains;
  friend bool operator==(const VersionOfMains&,
                         const VersionOfMains&) = default;
};

struct ReplacementOfMains {
  std::optional<ModuleVersion> by;  // none: not replaced
  std::vector<std::string> mains;
};

/// One module; lists are empty where the main modules agree.
struct CrossModuleRow {
  std::string module;
  bool direct = false;  // some main module requires it without `// indirect`
  std::vector<VersionOfMains> required;  // ascending
  std::vector<VersionOfMains> selected;  // ascending
  std::vector<ReplacementOfMains> replaced;
};

/// What main modules do about a module, in words: "v1.2.0 is required by".
struct CrossModuleSentence {
  std::string says;
  const std::vector<std::string>* mains = nullptr;  // of the row
};

/// A version that the same main modules require and select is one sentence.
std::vector<CrossModuleSentence> cross_module_sentences(
    const CrossModuleRow& row);

/// In the order of `drift`, which is what cross_module_drift() says of the
/// builds.
std::vector<CrossModuleRow> cross_module_rows(
    std::span<const Project* const> builds,
    std::span<const CrossModuleDrift> drift);

/// The name of a main module: the path in its go.mod.
std::string main_name(std::span<const Project* const> builds,
                      const MainPlace& place);

/// One finding for each module that main modules disagree about and that one of
/// them requires directly, or that is replaced differently: what only
/// `// indirect` lines say follows from other lines. In the order of `drift`,
/// which is what cross_module_drift() says of the builds. Levels are the rule's
/// own.
std::vector<Finding> findings_between_builds(
    std::span<const Project* const> builds,
    std::span<const CrossModuleDrift> drift);

}  // namespace modgraph
