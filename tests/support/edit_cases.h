#pragma once

// Edits of go.mod and go.work files with what comes out, one case per file in
// importers/data/go_mod_edit:
//
//   go mod edit -require=a.b/c@v1.0.0 -go=1.22
//   -- before --
//   ...
//   -- after --
//   ...
//
// Where the edit is refused, the lines of `after` begin with "refused: ".

#include <string>
#include <string_view>
#include <vector>

#include "engine/model/manifest.h"
#include "engine/model/manifest_edit.h"

namespace modgraph::test {

struct EditCase {
  std::string name;
  std::string command;  // the first line
  ManifestKind kind = ManifestKind::kGoMod;
  std::string before;
};

/// All cases, by name.
std::vector<EditCase> edit_cases();

/// The words of the command behind "edit".
std::vector<std::string> flags_of(const EditCase& c);

/// The edit that a flag of a case spells, "-require=a.b/c@v1.0.0", unchecked:
/// what it cannot take apart stays in the path. Nothing for "-fmt".
std::vector<ManifestEdit> edits_of(const EditCase& c);

/// The file of a case with this outcome.
std::string file_of(const EditCase& c, std::string_view after);

}  // namespace modgraph::test
