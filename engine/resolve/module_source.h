#pragma once

// Where the go.mod files of dependencies come from: the one true plug-in point
// of resolving. A module cache, a proxy's file tree and memory implement it
// (importers/); the loader asks for a whole wave of modules at a time, so that
// a source can read and parse them side by side.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "engine/base/result.h"
#include "engine/model/manifest.h"

namespace modgraph {

/// What resolving needs to know of a go.mod: the lax reading of it, with
/// nothing replaced and nothing excluded. It never changes for a given module
/// version.
struct ModuleSummary {
  struct Requirement {
    std::string_view path;
    std::string_view version;  // canonical
  };
  std::string path;        // of its module line; "" without one
  std::string go_version;  // of its go line, as written; "" without one
  std::vector<Requirement> require;  // in file order, repeats kept
  bool has_replacements = false;     // there may be `replace` lines
  std::unique_ptr<char[]> text;      // what `require` points into
};

/// Why there is no summary.
struct SourceFault {
  enum class Kind : std::uint8_t {
    kMissing,  // the source does not have it: fetching it would help
    kDamaged,  // it is there, and cannot be used
  };
  Kind kind = Kind::kMissing;
  /// The go command's own reason, as it stands behind "path@version: ";
  /// "parsing go.mod: go.mod:3: unknown ...".
  std::string reason;
  /// The same with the place in the file; empty for a missing one.
  Errors errors;
};

/// What was read: a summary or a fault, and what go.sum would say of the file.
struct SourceAnswer {
  tl::expected<ModuleSummary, SourceFault> summary;
  std::string sum;  // "h1:..."; "" when it is not known
};

class ModuleSource {
 public:
  ModuleSource() = default;
  ModuleSource(const ModuleSource&) = delete;
  ModuleSource& operator=(const ModuleSource&) = delete;
  virtual ~ModuleSource() = default;

  /// The summaries of a wave, answer i for module i, the same at any number of
  /// threads. A module is a path and a canonical version; or, for the target of
  /// a folder replacement, the absolute folder and version "". `go` and
  /// `toolchain` are never asked for. Called by one thread at a time.
  virtual std::vector<SourceAnswer> read(
      std::span<const ModuleVersion> wave) = 0;
};

}  // namespace modgraph
