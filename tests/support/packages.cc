#include "tests/support/packages.h"

#include <sstream>
#include <string>
#include <utility>

#include "engine/model/module_graph.h"
#include "tests/support/graph_text.h"

namespace modgraph::test {
namespace {

constexpr std::string_view kTest = ".test";

PackageInfo package(const std::string& word) {
  PackageInfo out;
  if (word.ends_with(kTest)) {
    out.import_path = word;
    out.name = "main";
    out.module = {word.substr(0, word.size() - kTest.size()), "", true};
    return out;
  }
  const std::size_t slash = std::min(word.find('/'), word.size());
  const ModuleVersion module = module_version(word.substr(0, slash));
  out.import_path = module.path + word.substr(slash);
  out.name = "lib";
  out.module = {module.path, module.version, module.version.empty()};
  out.dep_only = !out.module.main;
  return out;
}

}  // namespace

std::vector<PackageInfo> packages(std::string_view text) {
  std::vector<PackageInfo> out;
  std::istringstream rows{std::string(text)};
  for (std::string row; std::getline(rows, row, '|');) {
    std::istringstream in(row);
    std::string word;
    if (!(in >> word)) continue;
    word.pop_back();  // the colon
    PackageInfo& one = out.emplace_back(package(word));
    while (in >> word) one.imports.push_back(word);
    one.line = static_cast<int>(out.size());
  }
  return out;
}

std::vector<PackageInfo> random_packages(Random& random,
                                         const ModuleGraph& graph) {
  std::vector<PackageInfo> out;
  for (const ModuleId m : graph.modules()) {
    if (graph.kind(m) != ModuleKind::kModule) continue;
    const NodeId n = graph.selected(m);
    const std::string path(graph.path(n));
    const bool main = graph.is_main(n);
    for (std::size_t i = main ? 1 : below(random, 3); i > 0; --i) {
      PackageInfo& p = out.emplace_back();
      p.import_path = path + (i == 2 ? "/part" : "");
      p.name = "lib";
      p.module = {path, std::string(graph.version(n)), main};
      p.dep_only = !main;
      if (below(random, 300) == 0) p.module.version = "v9.9.9";
      if (below(random, 300) == 0) p.module.path = "gone.example/m";
    }
    if (!main) continue;
    PackageInfo program;
    program.import_path = path + std::string(kTest);
    program.name = "main";
    program.module = {path, "", true};
    PackageInfo again = program;
    again.import_path = path + " [" + path + ".test]";
    again.name = "lib";
    again.for_test = path;
    program.imports.push_back(again.import_path);
    out.push_back(std::move(program));
    out.push_back(std::move(again));
  }
  for (PackageInfo& p : out)
    for (std::size_t i = below(random, 3); i > 0; --i)
      p.imports.push_back(out[below(random, out.size())].import_path);
  if (below(random, 100) == 0) out.front().imports.push_back("not/listed");
  return out;
}

}  // namespace modgraph::test
