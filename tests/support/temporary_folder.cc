#include "tests/support/temporary_folder.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace modgraph::test {

namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder() {
  std::string name =
      (fs::canonical(fs::temp_directory_path()) / "modgraph-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr)
    throw std::runtime_error("cannot make a temporary folder");
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string TemporaryFolder::file(const std::string& name) const {
  const fs::path file = fs::path(path_) / name;
  fs::create_directories(file.parent_path());
  return file.string();
}

std::string TemporaryFolder::write(const std::string& name,
                                   const std::string& text) const {
  std::string file = this->file(name);
  std::ofstream(file, std::ios::binary) << text;
  return file;
}

}  // namespace modgraph::test
