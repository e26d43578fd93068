#pragma once

// Expected outputs that are files. MODGRAPH_UPDATE_GOLDEN=1 writes them anew,
// for a reviewer to read the difference.

#include <string>
#include <vector>

namespace modgraph::test {

/// What the file at `path`, below tests/, holds; "" when it is missing. When
/// golden files are renewed it is `actual`, which becomes the file.
///
///   CHECK(golden("exporters/golden/plain.json", json) == json);
std::string golden(const std::string& path, const std::string& actual);

/// The file at `path` below tests/; throws when it cannot be read.
std::string test_data(const std::string& path);

/// The names of the files in a folder below tests/, sorted.
std::vector<std::string> test_files(const std::string& folder);

}  // namespace modgraph::test
