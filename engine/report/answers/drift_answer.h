#pragma once

// The answer to "which versions are asked for, and which are built?", in names,
// for exporters. What is known of one build, worst first.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/analysis/analysis.h"
#include "engine/findings/main_drift_answer.h"
#include "engine/model/project.h"

namespace modgraph {

struct RequestRow {
  std::string version;
  VersionDistance distance;     // from the selected version
  std::vector<std::string> by;  // "path@version", sorted
};

/// A module that is asked for at several versions.
struct DriftRow {
  std::string module;
  std::string selected;  // "" for a main module
  bool direct = false;   // a go.mod requires it without `// indirect`
  std::vector<RequestRow> required;  // ascending
  std::vector<std::string> selected_by;
  std::string runner_up;
};

/// A line of a go.mod below what is built.
struct RaisedRow {
  std::string module;
  std::string asked;
  std::string selected;
  std::string file;
  int line = 0;
  std::vector<std::string> selected_by;
};

struct MajorsRow {
  std::vector<std::string> modules;  // "path@version", by major
  bool same_major_twice = false;
};

struct EarlyRow {
  std::string module;
  std::string selected;
  std::string release;  // the highest that is asked for
  std::vector<std::string> selected_by;
};

struct GoLineRow {
  std::string own;  // "": not known
  std::string forced;
  bool raised = false;
  std::vector<std::string> by;
};

/// What `go list -m -u -json` says against a module.
struct UpdateRow {
  std::string module;
  std::string version;
  std::string says;  // rationale, notice or newest version
};

struct DriftAnswer {
  std::vector<RaisedRow> raised;
  std::vector<DriftRow> drift;  // the farthest first, then direct, then by path
  std::vector<MajorsRow> majors;
  std::vector<EarlyRow> early;
  std::optional<GoLineRow> go_line;
  std::vector<MainDriftRow> mains;
  bool has_list = false;  // else nothing below is known
  std::vector<UpdateRow> retracted, deprecated;
  std::vector<UpdateRow> outdated;  // the direct ones first
};

DriftAnswer drift_answer(const Project& project, const Analysis& analysis);

/// "major", "minor", "patch", "prerelease", "pseudo" or "none".
std::string_view distance_name(VersionDistance distance);

}  // namespace modgraph
