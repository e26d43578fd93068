#pragma once

// Where the go.mod files of dependencies come from: the one true plug-in point
// of resolving. A module cache, a proxy's file tree and memory implement it
// (importers/); read_ahead.h asks it from several threads.

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "engine/base/result.h"
#include "engine/model/manifest.h"

namespace modgraph {

/// What resolving needs to know of a go.mod: the lax reading of it, with
/// nothing replaced and nothing excluded. It never changes for a given module
/// version. Its names point into its text.
struct ModuleSummary {
  ModuleSummary() = default;
  ModuleSummary(ModuleSummary&&) = default;
  ModuleSummary& operator=(ModuleSummary&&) = default;
  ModuleSummary(const ModuleSummary&) = delete;
  ModuleSummary& operator=(const ModuleSummary&) = delete;
  ~ModuleSummary() = default;

  struct Requirement {
    std::string_view path;
    std::string_view version;  // canonical
  };
  std::string_view path;        // of its module line; "" without one
  std::string_view go_version;  // of its go line, as written; "" without one
  std::vector<Requirement> require;  // in file order, repeats kept
  bool has_replacements = false;     // there may be `replace` lines
  std::vector<char> text;
};

/// Why there is no summary.
struct SourceFault {
  enum class Kind : std::uint8_t {
    kMissing,  // the source does not have it: fetching it would help
    kDamaged,  // it is there, and cannot be used
  };
  Kind kind = Kind::kMissing;
  /// The go command's own reason, as it follows "path@version: ";
  /// "parsing go.mod: go.mod:3: unknown ...".
  std::string reason;
  /// The same with the place in the file; empty for a missing one.
  Errors errors;
};

/// What was read: a summary or a fault, and what go.sum would say of the file.
struct SourceAnswer {
  tl::expected<ModuleSummary, SourceFault> summary = ModuleSummary();
  std::string sum;  // "h1:..."; "" when it is not known
};

class ModuleSource {
 public:
  ModuleSource() = default;
  ModuleSource(const ModuleSource&) = delete;
  ModuleSource& operator=(const ModuleSource&) = delete;
  virtual ~ModuleSource() = default;

  /// The summary of a module: of a path and a canonical version; or, for the
  /// target of a folder replacement, of the absolute folder and version "".
  /// `go` and `toolchain` are never looked up. `spare` is any old summary,
  /// whose memory is used again. Called by several threads at a time.
  virtual SourceAnswer read(const ModuleVersion& module,
                            ModuleSummary spare) = 0;
};

}  // namespace modgraph
