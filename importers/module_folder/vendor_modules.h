#pragma once

// vendor/modules.txt: what `go mod vendor` and `go work vendor` leave next to
// the packages that they copy.
//
//   ## workspace                             the first line, after go work
//   # path version [=> path [version]]       a module, what replaces it
//   ## explicit; go 1.20                     what else is known of it
//   path/of/a/package
//   # path [version] => path [version]       replacements, at the end
//
// Read as leniently as the go command does: a line without a meaning is
// skipped.
// Source: the go command's behaviour (1.26).
// Tested by tests/importers/module_folder/vendor_modules_test.cc, tests/fuzz
// and tests/oracle/vendoring.py.

#include <string>
#include <string_view>

#include "engine/base/result.h"
#include "engine/model/vendored_modules.h"
#include "importers/module_cache/file_tree.h"

namespace modgraph {

/// Never fails. O(length * log modules).
VendoredModules parse_vendor_modules(std::string_view text);

/// The vendor/modules.txt below the folder of a main module or of go.work; a
/// missing one vendors nothing. Fails (kIo) when it cannot be read.
Result<VendoredModules> read_vendor_modules(const FileTree& tree,
                                            const std::string& folder);

/// Whether there is a vendor folder.
bool has_vendor_folder(const FileTree& tree, const std::string& folder);

}  // namespace modgraph
