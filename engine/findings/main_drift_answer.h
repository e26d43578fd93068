#pragma once

// The answer to "where do main modules disagree?", in names, for exporters.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/analysis/versions/cross_module_drift.h"
#include "engine/model/manifest.h"
#include "engine/model/project.h"

namespace modgraph {

/// A version, and the main modules that ask for it or are built with it,
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
struct MainDriftRow {
  std::string module;
  bool direct = false;  // some main module requires it without `// indirect`
  std::vector<VersionOfMains> asked;     // ascending
  std::vector<VersionOfMains> selected;  // ascending
  std::vector<ReplacementOfMains> replaced;
};

/// What main modules do about a module, in words: "v1.2.0 is asked for by".
struct MainDriftSentence {
  std::string says;
  const std::vector<std::string>* mains = nullptr;  // of the row
};

/// A version that the same main modules ask for and are built with is one
/// sentence.
std::vector<MainDriftSentence> main_drift_sentences(const MainDriftRow& row);

/// In the order of `drift`, which is what cross_module_drift() says of the
/// builds.
std::vector<MainDriftRow> main_drift_answer(
    std::span<const Project* const> builds,
    std::span<const CrossModuleDrift> drift);

/// The name of a main module: the path in its go.mod.
std::string main_name(std::span<const Project* const> builds,
                      const MainPlace& place);

}  // namespace modgraph
