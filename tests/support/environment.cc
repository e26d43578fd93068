#include "tests/support/environment.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

#include "tests/support/process.h"

namespace modgraph::test {
namespace {

std::optional<std::string> folder_named_by(const char* variable) {
  const char* value = std::getenv(variable);
  if (value == nullptr || !std::filesystem::is_directory(value))
    return std::nullopt;
  return value;
}

}  // namespace

std::optional<std::string> go_root() {
  static const std::optional<std::string> kRoot = [] {
    if (auto named = folder_named_by("GOROOT")) return named;
    ProcessResult go = run({"go", "env", "GOROOT"});
    if (go.exit_code != 0) return std::optional<std::string>{};
    while (go.out.ends_with('\n')) go.out.pop_back();
    return std::optional(go.out);
  }();
  return kRoot;
}

std::optional<std::string> corpus() {
  return folder_named_by("MODGRAPH_CORPUS");
}

void skip(std::string_view suite, std::string_view reason) {
  std::cout << "SKIP " << suite << ": " << reason << std::endl;
}

void report(std::string_view suite, std::size_t count, std::string_view what) {
  std::cout << suite << ": " << count << ' ' << what << std::endl;
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace modgraph::test
