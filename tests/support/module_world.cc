#include "tests/support/module_world.h"

#include <functional>

#include "engine/base/file_path.h"
#include "exporters/go_output/module_list.h"
#include "exporters/go_output/requirement_lines.h"
#include "importers/go_mod/go_mod.h"
#include "tests/support/memory_source.h"

namespace modgraph::test {
namespace {

std::string folder_of(const std::string& file) {
  return join_path(kWorldFolder, parent_path(file));
}

std::string with_build(
    const ModuleWorld& world, const LoadOptions& options,
    const std::function<void(ResolvedBuild&, Sink&)>& write) {
  const auto failed = [](const Errors& errors) {
    return "error: " + errors.front().message;
  };
  const auto mains = main_modules_of(world);
  if (!mains) return failed(mains.error());
  MemorySource source(go_mod_files_of(world));
  SummaryStore store(source);
  auto build = load(*mains, store, options);
  if (!build) return failed(build.error());
  std::string out;
  Sink sink([&](std::string_view bytes) {
    out += bytes;
    return true;
  });
  write(*build, sink);
  sink.flush();
  return out;
}

Result<MainModule> main_module(const ModuleWorld& world,
                               const std::string& file) {
  const auto text = world.files.find(file);
  if (text == world.files.end())
    return fail({ErrorKind::kInput, "no file " + file, {}, {}, {}});
  auto manifest = parse_main_go_mod(file, text->second);
  if (!manifest) return fail(std::move(manifest.error()));
  return MainModule{std::move(*manifest), folder_of(file)};
}

}  // namespace

Result<MainModules> main_modules_of(const ModuleWorld& world) {
  MainModules out;
  out.folder = kWorldFolder;
  std::vector<std::string> files{"go.mod"};
  if (const auto text = world.files.find("go.work");
      text != world.files.end()) {
    auto work = parse_main_go_work("go.work", text->second);
    if (!work) return fail(std::move(work.error()));
    files.clear();
    for (const PathDirective& use : work->use)
      files.push_back(join_path(use.path, "go.mod"));
    out.work = std::move(*work);
  }
  for (const std::string& file : files) {
    auto main = main_module(world, file);
    if (!main) return fail(std::move(main.error()));
    out.modules.push_back(std::move(*main));
  }
  return out;
}

std::map<std::string, std::string> go_mod_files_of(const ModuleWorld& world) {
  std::map<std::string, std::string> out = world.modules;
  for (const auto& [name, text] : world.files)
    if (name.ends_with("go.mod")) out.emplace(folder_of(name), text);
  return out;
}

std::string graph_of_world(const ModuleWorld& world,
                           const LoadOptions& options) {
  return with_build(world, options, [](ResolvedBuild& build, Sink& out) {
    write_requirement_lines(build.graph, build.roots, out);
  });
}

std::string list_of_world(const ModuleWorld& world, LoadOptions options) {
  options.missing_go_line = MissingGoLine::kRunning;
  return with_build(world, options, [](ResolvedBuild& build, Sink& out) {
    std::vector<ListedModule> listed;
    for (const BuildModule& m : build.build_list) {
      listed.push_back({m.node, {}});
      if (m.replaced) listed.back().replaced_by = m.replaced->shown;
    }
    write_module_list(build.graph, listed, out);
  });
}

std::string update_of_world(const ModuleWorld& world) {
  return with_build(world, {}, [](ResolvedBuild& build, Sink& out) {
    if (!build.update) return;
    for (const auto& [path, from, to] : build.update->lines) {
      if (from.empty())
        out.put("+" + path + " " + to + "\n");
      else if (to.empty())
        out.put("-" + path + " " + from + "\n");
      else
        out.put(path + " " + from + " -> " + to + "\n");
    }
  });
}

}  // namespace modgraph::test
