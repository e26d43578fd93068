#pragma once

// A go.mod or go.work file as data, with the position of everything, so that
// findings can point at lines. importers/go_mod/go_mod.h makes it.
// Meaning of the fields: the Go modules reference (go.dev/ref/mod#go-mod-file).

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace modgraph {

/// Where a directive is: first and one past the last character. Lines and
/// columns count from 1; columns in code points; `byte` from the file's start.
struct SourceSpan {
  int line = 0;
  int column = 0;
  int end_line = 0;
  int end_column = 0;
  std::uint32_t byte = 0;
  std::uint32_t end_byte = 0;
  int block_line = 0;  // of the `require (` that it is in; 0 on a line alone
};

struct ModuleVersion {
  std::string path;
  std::string version;
  friend bool operator==(const ModuleVersion&, const ModuleVersion&) = default;
  friend auto operator<=>(const ModuleVersion&, const ModuleVersion&) = default;
};

/// "path@version", or "path" for a main module or a folder.
inline std::string module_name(const ModuleVersion& module) {
  return module.version.empty() ? module.path
                                : module.path + "@" + module.version;
}

struct ModuleDirective {
  std::string path;
  std::string deprecated;  // the text after "Deprecated:", or ""
  SourceSpan where;
};

/// `go 1.22` and `toolchain go1.22.3`.
struct VersionDirective {
  std::string version;
  SourceSpan where;
};

struct Requirement {
  ModuleVersion module;
  bool indirect = false;  // marked `// indirect` by Go's rule
  SourceSpan where;
};

struct Exclusion {
  ModuleVersion module;
  SourceSpan where;
};

/// old.version is "" for a replacement of every version; replacement.version is
/// "" when it is a folder.
struct Replacement {
  ModuleVersion old;
  ModuleVersion replacement;
  SourceSpan where;
};

struct Retraction {
  std::string low;  // equal for a single version
  std::string high;
  std::string rationale;
  SourceSpan where;
};

/// `tool`, `ignore` and `use` lines.
struct PathDirective {
  std::string path;
  SourceSpan where;
};

struct GodebugSetting {
  std::string key;
  std::string value;
  SourceSpan where;
};

enum class ManifestKind : std::uint8_t { kGoMod, kGoWork };

struct Manifest {
  ManifestKind kind = ManifestKind::kGoMod;
  std::string file;  // as the user named it
  std::string text;  // the bytes, for showing source lines
  std::optional<ModuleDirective> module;
  std::optional<VersionDirective> go;
  std::optional<VersionDirective> toolchain;
  std::vector<GodebugSetting> godebug;
  std::vector<Requirement> require;
  std::vector<Exclusion> exclude;
  std::vector<Replacement> replace;
  std::vector<Retraction> retract;
  std::vector<PathDirective> tool;
  std::vector<PathDirective> ignore;
  std::vector<PathDirective> use;  // go.work only
};

}  // namespace modgraph
