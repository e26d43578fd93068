#pragma once

// .modgraph-baseline.json: the findings that a team lives with for now.
//
//   {
//     "version": 1,
//     "findings": [
//       {"rule": "MG2002", "main": "example.com/app", "subject": "b.example/net",
//        "fingerprint": "5f1c..."},
//     ]
//   }
//
// Files are merged by line, so the order of the entries and repeated ones do
// not matter. The fingerprint is for readers: the other three say it too.
// Tested by tests/importers/module_folder/baseline_test.cc.

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/base/result.h"
#include "engine/model/baseline.h"

namespace modgraph {

/// What the file is called where nobody names another.
inline constexpr std::string_view kBaselineFile = ".modgraph-baseline.json";

/// The version of the file that is read and written.
inline constexpr std::uint64_t kBaselineVersion = 1;

inline constexpr std::uint64_t kMaxBaselineBytes = std::uint64_t{16} << 20;

/// Fails (kUsage) with line and column: at a merge conflict, text that is no
/// JSON or not of this form, and another version of the file. `file` is how
/// errors name it. O(n log n).
Result<Baseline> parse_baseline(std::string file, std::string_view text);

}  // namespace modgraph
