// All modules of a monorepo in one process, over one table of parsed go.mod
// files: the bytes of `go mod graph` and of `go list -m all` of each.
//
//   monorepo FOLDER...     prints what it made and the milliseconds it took

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/project/resolve_project.h"
#include "cli/project/resolved_facts.h"
#include "exporters/go_output/module_list.h"
#include "exporters/go_output/requirement_lines.h"

namespace modgraph {
namespace {

template <class Write>
void count_bytes(std::uint64_t& out, Write write) {
  Sink sink([&](std::string_view bytes) {
    out += bytes.size();
    return true;
  });
  write(sink);
  sink.flush();
}

int run(const std::vector<std::string>& folders) {
  const auto start = std::chrono::steady_clock::now();
  std::uint64_t graphs = 0, lists = 0, refused = 0;
  std::shared_ptr<SharedModules> shared;
  for (const std::string& folder : folders) {
    // One resolution answers both: where there is a go line, the two commands
    // of Go see the same build.
    auto build = resolve_project(folder, {}, ResolveAs::kList,
                                 GraphShape::kWalk, folder, shared);
    if (!build || !(*build)->mains.modules.front().manifest.go) {
      ++refused;
      continue;
    }
    shared = (*build)->shared;
    count_bytes(graphs, [&](Sink& out) {
      write_requirement_lines((*build)->build.walk, out);
    });
    const auto facts = facts_of(**build, FactsWanted::kVersions);
    if (!facts) {
      ++refused;
      continue;
    }
    count_bytes(lists, [&](Sink& out) { write_module_list(*facts, out); });
  }
  const std::chrono::duration<double, std::milli> took =
      std::chrono::steady_clock::now() - start;
  std::printf(
      "%zu modules, %zu go.mod files read, %llu bytes of graphs, %llu of "
      "lists, %llu refused, %.1f ms\n",
      folders.size(), shared ? shared->store->size() : 0,
      static_cast<unsigned long long>(graphs),
      static_cast<unsigned long long>(lists),
      static_cast<unsigned long long>(refused), took.count());
  return 0;
}

}  // namespace
}  // namespace modgraph

int main(int argc, char** argv) {
  return modgraph::run({argv + (argc > 0), argv + argc});
}
