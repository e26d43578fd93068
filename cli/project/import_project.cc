#include "cli/project/import_project.h"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

#include "cli/project/deep_requirements.h"
#include "cli/project/folder_facts.h"
#include "cli/project/go_command.h"
#include "cli/project/import_timings.h"
#include "cli/project/module_supplies.h"
#include "cli/project/package_data.h"
#include "cli/project/shared_packages.h"
#include "cli/terminal/paths.h"
#include "cli/terminal/read_file.h"
#include "engine/base/memory_error.h"
#include "engine/base/parallel.h"
#include "engine/base/sha256.h"
#include "engine/resolve/recorded_graph.h"
#include "engine/resolve/resolved_project.h"
#include "importers/go_list/go_list_json.h"
#include "importers/go_mod/go_mod.h"
#include "importers/graph_text/graph_text.h"
#include "importers/module_cache/linked_file.h"

namespace modgraph {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMaxListBytes = std::uint64_t{1} << 31;

Result<void> take_list(const std::string& name, const std::string& text,
                       ImportedProject& out) {
  auto facts = parse_go_list(name, text);
  if (!facts) return fail(std::move(facts.error()));
  out.inputs.push_back({"list", name, sha256_hex(text)});
  out.project.module_info_file = name;
  out.project.module_info = std::move(*facts);
  return {};
}

Result<void> add_list(const InputPlan& plan, ImportedProject& out) {
  if (plan.list.empty()) return {};
  const auto text = read_file(plan.list, kMaxListBytes);
  if (!text) return fail(text.error());
  return take_list(shown_path(plan.list, plan.path_base), *text, out);
}

// Gathers what was read and what was wrong with it.
class ProjectImport {
 public:
  explicit ProjectImport(const InputPlan& plan) : plan_(plan) {}

  Result<ImportedProject> run() {
    read_graph();
    read_manifests();
    read_list();
    if (plan_.ask_go_in) ask_go(*plan_.ask_go_in);
    if (auto read = read_packages(plan_, out_); !read)
      add_errors(std::move(read.error()));
    if (!errors_.empty()) return fail(std::move(errors_));
    return join();
  }

 private:
  std::string shown(const std::string& path) const {
    return shown_path(path, plan_.path_base);
  }

  void add_errors(Errors errors) {
    for (Error& e : errors) errors_.push_back(std::move(e));
  }

  void read_graph() {
    if (plan_.graph.empty()) return;
    out_.project.graph_file = shown(plan_.graph);
    GraphTextReader reader(out_.project.graph_file);
    std::error_code ignored;  // a pipe has no size
    if (const auto bytes = fs::file_size(plan_.graph, ignored); !ignored)
      reader.expect(bytes);
    Sha256 digest;
    auto read = read_chunks(plan_.graph, [&](std::string_view chunk) {
      Result<void> fed;
      run_tasks(chunk.size(), {[&] { digest.update(chunk); },
                               [&] { fed = reader.feed(chunk); }});
      return fed;
    });
    if (!read) return add_errors(std::move(read.error()));
    take_graph(std::move(reader), digest.hex_digest());
  }

  void take_graph(GraphTextReader reader, std::string digest) {
    auto text = std::move(reader).finish();
    if (!text) return add_errors(std::move(text.error()));
    out_.inputs.push_back(
        {"graph", out_.project.graph_file, std::move(digest)});
    out_.project.graph_ends_inside_line = text->ends_inside_line;
    graph_ = std::move(*text);
  }

  void read_manifests() {
    for (const std::string& path : plan_.mods) {
      auto text = read_file(path, kMaxManifestBytes);
      if (!text) {
        add_errors(std::move(text.error()));
        continue;
      }
      take_manifest(path, std::move(*text));
    }
  }

  void take_manifest(const std::string& path, std::string text) {
    std::string digest = sha256_hex(text);
    const std::string name = shown(path);
    auto manifest = parse_main_go_mod(name, std::move(text));
    if (!manifest)
      return add_errors(unquoted_if_link(path, std::move(manifest.error())));
    out_.inputs.push_back({"mod", name, std::move(digest)});
    out_.project.manifests.push_back(std::move(*manifest));
  }

  void read_list() {
    if (auto read = add_list(plan_, out_); !read)
      add_errors(std::move(read.error()));
  }

  // What was not named as a file.
  void ask_go(const std::string& folder) {
    auto go = find_go(folder);
    if (!go) return add_errors(std::move(go.error()));
    if (plan_.graph.empty())
      if (auto text = answer(*go, folder, {"mod", "graph"})) {
        out_.project.graph_file = "go mod graph";
        GraphTextReader reader(out_.project.graph_file);
        if (auto fed = reader.feed(*text); !fed)
          return add_errors(std::move(fed.error()));
        take_graph(std::move(reader), sha256_hex(*text));
      }
    if (plan_.list.empty())
      if (auto text = answer(*go, folder,
                             {"list", "-mod=readonly", "-m", "-json", "all"}))
        if (auto taken = take_list("go list -m -json all", *text, out_); !taken)
          add_errors(std::move(taken.error()));
    const std::string mod = (fs::path(folder) / "go.mod").lexically_normal();
    std::error_code ignored;
    if (plan_.mods.empty() && fs::exists(mod, ignored)) {
      auto text = read_file(mod, kMaxManifestBytes);
      if (!text) return add_errors(std::move(text.error()));
      take_manifest(mod, std::move(*text));
    }
  }

  std::optional<std::string> answer(const std::string& go,
                                    const std::string& folder,
                                    const std::vector<std::string>& words) {
    auto text = run_go(go, folder, words);
    if (text) return std::move(*text);
    add_errors(std::move(text.error()));
    return std::nullopt;
  }

  Result<ImportedProject> join() {
    Project& p = out_.project;
    p.has_graph_text = graph_.has_value();
    auto graph = graph_ ? std::move(graph_->builder).freeze()
                        : recorded_graph(p.manifests, p.module_info);
    if (!graph) return fail(std::move(graph.error()));
    p.graph = std::move(*graph);
    p.requirements_known = graph_.has_value() || !p.manifests.empty();
    if (!p.requirements_known)
      p.partial_because.emplace_back(
          "only a module list was given: requirements are not known");
    else if (!graph_)
      p.partial_because.emplace_back(
          "no requirement graph was given: only the main modules' own "
          "requirements are known");
    if (p.graph_ends_inside_line)
      p.partial_because.emplace_back(fmt::format(
          "{} ends inside a line: it may be cut off", p.graph_file));
    return std::move(out_);
  }

  const InputPlan& plan_;
  ImportedProject out_;
  std::optional<GraphText> graph_;
  Errors errors_;
};

// Then one package has one place, whatever modules have it.
bool is_built_from_vendor(const Project& project) {
  return project.has_stand_ins || (project.folder && project.folder->vendor &&
                                   project.folder->vendor->automatic);
}

// What resolving in process says of a folder.
Result<ImportedProject> import_resolved(const std::string& folder,
                                        const std::string& path_base,
                                        const ResolveOptions& options,
                                        Wanted wanted,
                                        std::shared_ptr<SharedModules> shared,
                                        const FileTree& tree) {
  auto resolved = resolve_project(
      folder, options,
      wanted.as_go_list ? ResolveAs::kList : ResolveAs::kAnalyze,
      GraphShape::kFrozen, path_base, std::move(shared),
      wanted.even_without_build ? WithoutBuild::kKeep : WithoutBuild::kFail,
      tree);
  if (!resolved) return fail(std::move(resolved.error()));
  ImportedProject out;
  if (!(*resolved)->failure.empty()) {
    out.project = resolved_project((*resolved)->mains, {});
    out.resolution = std::move(*resolved);
    return out;
  }
  out.notes = std::move((*resolved)->build.notes);
  out.module_cache = (*resolved)->environment.module_cache;
  out.lacks_go_mods =
      !(*resolved)->is_vendored && !(*resolved)->build.partial_because.empty();
  BuildMetadata supplies;
  if (wanted.metadata) supplies = supplies_of(**resolved);
  SharedPackagesFound twice;
  if (wanted.shared_packages && !(*resolved)->is_vendored)
    twice = shared_packages(**resolved);
  std::optional<DeepRequirements> deep;
  if (wanted.deep_requirements) deep = deep_requirements(**resolved);
  out.project =
      resolved_project((*resolved)->mains, std::move((*resolved)->build));
  out.project.metadata = std::move(supplies);
  if (deep) {
    out.project.deep_requirements = std::move(deep->edges);
    out.project.deep_versions = std::move(deep->versions);
    out.project.unread_go_mods = deep->unread;
  }
  if (wanted.folder) {
    out.project.folder = folder_facts(**resolved, out.project.graph, path_base);
    for (const std::string& why : out.project.folder->unread)
      out.project.partial_because.push_back(why);
  }
  if (!is_built_from_vendor(out.project)) {
    out.project.metadata.shared_packages = std::move(twice.shared);
    for (std::string& why : twice.unread)
      out.project.partial_because.push_back(std::move(why));
  }
  const auto add = [&](const Manifest& manifest, const char* kind) {
    out.inputs.push_back({kind, manifest.file, sha256_hex(manifest.text)});
  };
  if (out.project.work) add(*out.project.work, "work");
  for (const Manifest& manifest : out.project.manifests) add(manifest, "mod");
  out.resolution = std::move(*resolved);
  return out;
}

// A folder as it is named from another one; "" for that one.
std::string relative_folder(const std::string& from, const std::string& to) {
  std::error_code failed;
  const fs::path out = fs::relative(to, from, failed);
  throw_if_out_of_memory(failed);
  if (failed || out.empty()) return to;
  return out == "." ? std::string() : out.generic_string();
}

// Whether nothing but go.mod files that are not at hand is wrong.
bool is_without_modules(const Errors& errors) {
  return std::all_of(errors.begin(), errors.end(), [](const Error& e) {
    return e.kind == ErrorKind::kEnvironment;
  });
}

// A module list is better than nothing: it and the go.mod of the folder.
Result<ImportedProject> import_unresolved(const InputPlan& plan,
                                          const ResolveOptions& resolve,
                                          const Errors& because) {
  InputPlan alone = plan;
  if (const auto files = main_files_of(*plan.resolve_in, resolve);
      files && !files->mod.empty())
    alone.mods = {files->mod};
  alone.resolve_in.reset();
  auto out = ProjectImport(alone).run();
  if (out)
    out->project.partial_because.push_back(
        "the module could not be resolved: " + because.front().message);
  return out;
}

}  // namespace

Result<ImportedProject> import_project(const InputPlan& plan,
                                       const ResolveOptions& resolve,
                                       Wanted wanted,
                                       std::shared_ptr<SharedModules> shared,
                                       const FileTree& tree) {
  // A module list stands in for a build that lacks go.mod files.
  if (!plan.list.empty()) wanted.even_without_build = false;
  auto out = plan.resolve_in
                 ? import_resolved(*plan.resolve_in, plan.path_base, resolve,
                                   wanted, std::move(shared), tree)
                 : ProjectImport(plan).run();
  if (!out && plan.resolve_in && !plan.list.empty() &&
      is_without_modules(out.error()))
    return import_unresolved(plan, resolve, out.error());
  if (!out) return out;
  out->project.repository = relative_folder(plan.path_base, plan.repository);
  if (plan.resolve_in) {
    if (auto read = add_list(plan, *out); !read)
      return fail(std::move(read.error()));
    if (auto read = read_packages(plan, *out); !read)
      return fail(std::move(read.error()));
  }
  if (!resolve.module_cache.empty()) out->module_cache = resolve.module_cache;
  if (!plan.resolve_in && wanted.metadata)
    out->project.metadata = supplies_of(out->project, resolve);
  if (!plan.timings.empty()) import_timings(plan, out);
  return out;
}

}  // namespace modgraph
