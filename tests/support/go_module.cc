#include "tests/support/go_module.h"

#include <fstream>
#include <random>

#include "tests/support/environment.h"

namespace modgraph::test {

namespace fs = std::filesystem;

GoModule::GoModule(const std::string& go_root)
    : go_root_(go_root),
      folder_(fs::temp_directory_path() /
              ("modgraph-go-" + std::to_string(std::random_device{}()))) {
  write("go.mod", "module golang.org/x/mod\n\ngo 1.21\n");
  for (const std::string file :
       {"semver/semver.go", "module/module.go", "module/pseudo.go",
        "internal/lazyregexp/lazyre.go"})
    write(file, source("cmd/vendor/golang.org/x/mod/" + file));
}

GoModule::~GoModule() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

std::string GoModule::source(const std::string& path) const {
  return read_file(go_root_ + "/src/" + path);
}

void GoModule::write(const std::string& path, const std::string& text) const {
  fs::create_directories((folder_ / path).parent_path());
  std::ofstream(folder_ / path, std::ios::binary) << text;
}

ProcessResult GoModule::go(std::vector<std::string> arguments,
                           const std::string& input) const {
  ProcessOptions options;
  options.directory = folder_;
  options.input = input;
  options.environment = {"GOPROXY=off", "GOFLAGS=",       "GOTOOLCHAIN=local",
                         "GOWORK=off",  "GO111MODULE=on", "CGO_ENABLED=0"};
  arguments.insert(arguments.begin(), go_root_ + "/bin/go");
  return run(arguments, options);
}

std::string replaced(std::string text, const std::string& old,
                     const std::string& by) {
  for (std::size_t at = 0; (at = text.find(old, at)) != std::string::npos;
       at += by.size())
    text.replace(at, old.size(), by);
  return text;
}

}  // namespace modgraph::test
