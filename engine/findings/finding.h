#pragma once

// A finding: one rule, what it is about, where to look, and the proof.

#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/boxed.h"
#include "engine/base/name_chain.h"
#include "engine/findings/rules.h"
#include "engine/findings/suggested_fix.h"

namespace modgraph {

/// A module version that a finding is about; version "" for a main module.
struct Subject {
  std::string module;
  std::string version;
};

/// A place in one of the user's files. Lines and columns count from 1.
struct Location {
  std::string file;  // relative to the path base, with '/'
  int line = 0;
  int column = 0;
  int end_column = 0;       // one past the last; 0: not known
  std::string source_line;  // for the caret; may be empty
  std::string label;        // next to the caret: "v0.38.0 is selected"
};

/// Another place that a finding is about, for example the second of two sources
/// that disagree.
struct RelatedLocation {
  Location location;
  std::string message;
};

/// Who silenced a finding.
struct Suppression {
  std::string by;  // config, comment or baseline
  std::string reason;
};

/// Whose files have to change. Ours: an edit of a file of the repository that
/// is analysed ends the finding.
enum class Owner : std::uint8_t { kOurs, kDependency };

/// "ours", "dependency".
std::string_view owner_name(Owner owner);

/// A number that a finding states, and the command that shows it.
struct StatedRemoval {
  std::uint64_t removes = 0;  // modules that leave the build
  std::string shown_by;       // "modgraph whatif --drop M --orphans"
};

/// A version and the one in its place.
struct VersionChange {
  std::string from;
  std::string to;
};

struct Finding {
  const Rule* rule = nullptr;
  Level level = Level::kNote;  // after the user's settings
  Owner owner = Owner::kOurs;
  /// The level is that of an entry of the settings, which counts before their
  /// level of the rule.
  bool has_own_level = false;
  std::string message;  // one sentence, no trailing full stop
  std::vector<Subject> subjects;
  Boxed<Location> location;
  std::vector<RelatedLocation> related;
  /// Chains of "path@version" that prove the finding.
  std::vector<NameChain> witness;
  /// The version that is required and the one that is selected, for rules about
  /// that.
  Boxed<VersionChange> change;
  Boxed<StatedRemoval> measure;
  /// What the text report adds after `=`, one sentence each.
  std::vector<std::string> notes;
  /// Of a finding that is told once for several folders: those that share it.
  Boxed<std::vector<std::string>> folders = {};
  /// Edits that make it go away, each simulated; the best first.
  std::vector<SuggestedFix> suggestions = {};
  /// Identity for baselines: a hash of rule, the module whose file it is about,
  /// and sorted subject paths; no versions, no lines. No two findings of one
  /// run share one.
  std::string fingerprint;
  Boxed<Suppression> suppressed;
};

}  // namespace modgraph
