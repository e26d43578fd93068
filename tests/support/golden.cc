#include "tests/support/golden.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tests/support/environment.h"

namespace modgraph::test {
namespace {

std::filesystem::path full(const std::string& path) {
  return std::filesystem::path(MODGRAPH_SOURCE_DIR) / "tests" / path;
}

}  // namespace

std::string golden(const std::string& path, const std::string& actual) {
  const char* const renew = std::getenv("MODGRAPH_UPDATE_GOLDEN");
  if (renew != nullptr && std::string(renew) == "1") {
    std::filesystem::create_directories(full(path).parent_path());
    std::ofstream(full(path), std::ios::binary) << actual;
  }
  return std::filesystem::exists(full(path)) ? read_file(full(path)) : "";
}

std::string test_data(const std::string& path) { return read_file(full(path)); }

std::vector<std::string> test_files(const std::string& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(full(folder)))
    names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace modgraph::test
