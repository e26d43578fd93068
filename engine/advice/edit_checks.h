#pragma once

// What speaks against edits that resolve: what they lower, a line that its
// author gave a reason, a vendor folder that no longer fits, a member of the
// workspace that no longer resolves alone. And which commands have to follow
// them.

#include <map>
#include <span>
#include <string>
#include <vector>

#include "engine/advice/edit_simulator.h"

namespace modgraph {

struct EditCheckOptions {
  bool allow_downgrade = false;
  /// The go command refuses the build as it is, which the edits end.
  bool ends_error = false;
};

struct EditChecks {
  std::string against;  // why they are not suggested; "": nothing is
  std::vector<std::string> side_effects;  // sentences without a full stop
  std::vector<std::string> then;          // commands that follow
};

/// "go.mod:7 is kept: CVE-2026-1234" for the first edit of a line that is there
/// for a reason (line_reason.h); "" for none. Edits are counted against these
/// files, as they are before.
std::string kept_line(std::span<const MainEdit> edits,
                      std::span<const Manifest> manifests);

/// Leaves out main modules, go and toolchain: where there was no build before,
/// all of it is added, and these go without saying.
void keep_dependencies(BuildDifference& difference);

/// The commands that write what go.sum lacks for the edited build and did not
/// lack before; `build` is of a simulator whose project knows its folder.
std::vector<std::string> sum_commands(const Project& before,
                                      const Project& after);

/// "builds example.com/a v1.1.0 below its minimum: it requires v0.43.0" for each
/// module of the build after that requires a version which the edits exclude,
/// where a lower one is built.
std::vector<std::string> below_minimum(std::span<const MainEdit> edits,
                                       const Project& before,
                                       const Project& after);

/// The message of an error in one line: all of it where it is short, else its
/// first line and how many there are besides.
std::string first_line(std::string_view message);

class EditChecker {
 public:
  /// The simulator must outlive it.
  explicit EditChecker(const EditSimulator& simulator)
      : simulator_(simulator) {}

  /// Cost: O(modules that change + lines of modules.txt); in a workspace two
  /// resolutions of each edited member, of which one is remembered.
  EditChecks check(std::span<const MainEdit> edits, const TriedEdits& tried,
                   const EditCheckOptions& options);

 private:
  void check_versions(std::span<const MainEdit> edits, const TriedEdits& tried,
                      const EditCheckOptions& options, EditChecks& out) const;
  void check_vendor(std::span<const MainEdit> edits, const TriedEdits& tried,
                    const EditCheckOptions& options, EditChecks& out) const;
  void check_members(std::span<const MainEdit> edits, const TriedEdits& tried,
                     EditChecks& out);

  const EditSimulator& simulator_;
  std::map<std::size_t, bool> resolved_alone_;  // members, before
};

}  // namespace modgraph
