#pragma once

// Edits of go.mod and go.work files with what comes out, three sections a case
// in kEditCases:
//
//   -- NAME.edit --
//   go mod edit -require=a.b/c@v1.0.0 -go=1.22
//   -- NAME.mod --
//   ...
//   -- NAME.want --
//   ...
//
// The second one is NAME.work for a go.work. Where the edit is refused, the
// lines of NAME.want begin with "refused: ".

#include <string>
#include <string_view>
#include <vector>

#include "engine/model/manifest.h"
#include "engine/model/manifest_edit.h"

namespace modgraph::test {

/// The archive of all cases (tests/support/txtar.h), below tests/.
inline constexpr const char* kEditCases = "importers/data/go_mod/edit.txtar";

struct EditCase {
  std::string name;     // of the section of the file
  std::string command;  // in one line
  ManifestKind kind = ManifestKind::kGoMod;
  std::string before;
};

/// All cases, in their order.
std::vector<EditCase> edit_cases();

/// The words of the command after "edit".
std::vector<std::string> flags_of(const EditCase& c);

/// The edit that a flag of a case spells, "-require=a.b/c@v1.0.0", unchecked:
/// what it cannot take apart stays in the path. Nothing for "-fmt".
std::vector<ManifestEdit> edits_of(const EditCase& c);

}  // namespace modgraph::test
