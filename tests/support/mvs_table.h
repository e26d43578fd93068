#pragma once

// Small worlds of module versions from small texts, for minimal version
// selection. The language is that of the go command's own test table:
//
//   A: B1 C2      module version A requires B1 and C2; rows are separated by
//   B1: D3        newlines or '|'. The first letter is the path, the rest the
//   C2:           version: "A" is A at version "". Versions are compared as
//   C3.hidden:    strings, "none" is lowest, "" highest. A version that is only
//   D3: !         mentioned requires nothing. ".hidden" ones are not offered as
//                 latest or previous. "!" (ours): its go.mod cannot be read.
//
// Rows that begin with a verb are checks: "build A: A B1 C2 D3".

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/resolve/mvs.h"
#include "tests/support/mvs_edits.h"
#include "tests/support/random_text.h"

namespace modgraph::test {

class MvsWorld {
 public:
  struct Check {
    std::string key;   // "upgrade A C4"
    std::string want;  // "A B1 C4"
  };

  /// Throws std::invalid_argument when the text is not in the language.
  explicit MvsWorld(std::string_view text);

  /// The answer to a check's key, as the words of a list, or "error: ...".
  ///   build T · upgrade* T · upgrade T M... · upgradereq T M... ·
  ///   downgrade T M... · req T PATH...
  std::string answer(std::string_view key) const;

  const std::vector<Check>& checks() const { return checks_; }

  /// The target of the first row.
  const ModuleVersion& first() const { return first_; }

  Requirements requirements() const;
  OtherVersion latest() const;
  OtherVersion previous() const;

 private:
  struct Row {
    std::vector<ModuleVersion> required;
    bool broken = false;
  };
  using Path = std::map<std::string, Row>;  // by version

  void add_row(const std::string& key, const std::string& value);
  const Path& versions_of(const std::string& path) const;

  std::map<std::string, Path> modules_;
  std::vector<Check> checks_;
  ModuleVersion first_;
};

/// The go command's table, cut into its scenarios: name and text of each.
struct MvsScenario {
  std::string name;
  std::string text;
};
std::vector<MvsScenario> mvs_scenarios(std::string_view table);

/// A random world: target A, versions 1..kMvsVersions of every letter of
/// kMvsPaths, each requiring up to three others.
struct MvsWorldShape {
  bool loops = true;    // false: a module requires later letters only
  bool hidden = false;  // true: one version in six is not offered
};
inline constexpr std::string_view kMvsPaths = "BCDEFG";
inline constexpr std::size_t kMvsVersions = 4;
std::string random_mvs_world(Random& random, MvsWorldShape shape);

/// One or two module versions of such a world, but not its target's.
std::vector<ModuleVersion> random_modules(Random& random,
                                          const std::string& world);

/// "A B1 C2": path and version of each module, glued.
std::string words(const std::vector<ModuleVersion>& list);

}  // namespace modgraph::test
