#include "cli/analyze/gate_state.h"

#include <fmt/core.h>

#include <chrono>
#include <optional>
#include <utility>

#include "cli/terminal/paths.h"
#include "engine/base/file_path.h"
#include "engine/base/printable.h"
#include "engine/base/sha256.h"
#include "importers/module_folder/baseline.h"
#include "importers/module_folder/config.h"

namespace modgraph {
namespace {

constexpr std::string_view kSettingsFile = ".modgraph.yaml";

// How errors name a file of a state: "main:.modgraph.yaml", as git does.
std::string name_of(const GatePlace& place, const std::string& path) {
  if (place.name.empty()) return path;
  return place.name + ":" + relative_path(place.root, path).value_or(path);
}

// The nearest file upward, not beyond the root; "" for none.
std::string nearest_file(const GatePlace& place, std::string_view name) {
  for (std::string at = place.folder;; at = parent_path(at)) {
    std::string file = join_path(at, name);
    if (place.tree->is_there(file) || place.tree->is_link(file)) return file;
    if (at == place.root || at == parent_path(at)) return {};
  }
}

Result<std::string> read_own_file(const GatePlace& place,
                                  const std::string& path,
                                  std::uint64_t max_bytes) {
  const SourcePosition where{name_of(place, path)};
  if (place.tree->is_link(path))
    return fail(usage_error(where, "this is a link, and no file",
                            "put the file itself there"));
  auto text = place.tree->read(path, max_bytes);
  if (!text)
    return fail(usage_error(
        where, fmt::format("cannot read this file: {}", text.error().reason)));
  return std::move(*text);
}

// An empty one where there is none.
Result<void> read_baseline(const std::string& named, GateState& state) {
  const auto path = baseline_path(state, named);
  if (!path) return fail(path.error());
  const FileTree& tree = *state.place.tree;
  if (!tree.is_there(*path) && !tree.is_link(*path)) {
    // Settings may name the one that is to be made.
    if (named.empty()) return {};
    return fail(usage_error(
        fmt::format("{}: there is no such baseline",
                    printable(name_of(state.place, *path))),
        "`modgraph baseline create` writes one, or leave out --baseline"));
  }
  const auto text = read_own_file(state.place, *path, kMaxBaselineBytes);
  if (!text) return fail(text.error());
  auto baseline = parse_baseline(name_of(state.place, *path), *text);
  if (!baseline) return fail(std::move(baseline.error()));
  state.baseline = std::move(*baseline);
  state.baseline_sha256 = sha256_hex(*text);
  return {};
}

}  // namespace

GatePlace place_of(const InputPlan& plan) {
  GatePlace out;
  out.folder = real_path(plan.resolve_in.value_or("."));
  out.root = real_path(plan.repository);
  return out;
}

GateState empty_gate_state(const GatePlace& place) {
  GateState out;
  out.place = place;
  out.settings_folder = place.root;
  return out;
}

Result<GateState> gate_state_in(const GatePlace& place,
                                const std::string& named,
                                const std::string& baseline) {
  GateState out = empty_gate_state(place);
  const std::string file =
      named.empty() ? nearest_file(place, kSettingsFile) : named;
  if (!file.empty()) {
    const auto text = read_own_file(place, file, kMaxConfigBytes);
    if (!text) return fail(text.error());
    auto config = config_of(name_of(place, file), *text);
    if (!config) return fail(std::move(config.error()));
    out.settings.config = std::move(*config);
    out.settings.file = name_of(place, file);
    out.settings.sha256 = sha256_hex(*text);
    out.settings.of_repository = out.settings.of_commit = true;
    out.settings_folder = parent_path(file);
  }
  if (auto read = read_baseline(baseline, out); !read)
    return fail(std::move(read.error()));
  return out;
}

Result<GateState> gate_state_here(const GatePlace& place, Settings settings,
                                  const std::string& baseline) {
  GateState out = empty_gate_state(place);
  if (!settings.file.empty())
    out.settings_folder = parent_path(disk().real_path(settings.file));
  out.settings = std::move(settings);
  if (auto read = read_baseline(baseline, out); !read)
    return fail(std::move(read.error()));
  return out;
}

Result<std::string> baseline_path(const GateState& state,
                                  const std::string& named) {
  if (!named.empty())
    return is_absolute_path(named) ? clean_path(named)
                                   : join_path(disk().real_path("."), named);
  const ConfigValue& set = state.settings.config.baseline;
  if (!set.value.empty()) {
    const std::string path = is_absolute_path(set.value)
                                 ? clean_path(set.value)
                                 : join_path(state.settings_folder, set.value);
    // Of what is to be made the folder counts: it may be a link.
    const FileTree& tree = *state.place.tree;
    const std::string at = tree.is_there(path) ? path : parent_path(path);
    const bool is_inside = tree.is_there(at)
                               ? lies_inside(tree, at, state.place.root)
                               : is_in_folder(path, state.place.root);
    if (state.settings.of_repository && !is_inside)
      return fail(usage_error(
          set.where,
          fmt::format("'{}' is outside of the repository",
                      printable(set.value)),
          "settings of a repository name files in it; name others on the "
          "command line"));
    return path;
  }
  std::string found = nearest_file(state.place, kBaselineFile);
  if (!found.empty()) return found;
  return join_path(state.settings_folder, kBaselineFile);
}

std::string today_of(const AnalyzeOptions& options) {
  if (!options.today.empty()) return options.today;
  const std::chrono::year_month_day day{
      std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

namespace {

// As findings name files. Those of a commit are named so already.
void name_places(const GateState& state, const std::string& path_base,
                 Gate& gate) {
  if (!state.place.name.empty()) return;
  for (Silence& s : gate.ignores)
    s.where.file = shown_path(s.where.file, path_base);
  if (gate.baseline.file.empty()) return;
  gate.baseline.file = shown_path(gate.baseline.file, path_base);
  for (BaselineEntry& entry : gate.baseline.entries)
    entry.where.file = gate.baseline.file;
}

}  // namespace

Gate gate_of(const AnalyzeOptions& options, const GateState& state,
             const Project& project, const std::string& path_base) {
  Gate out;
  out.rules = rule_settings(options, state.settings);
  out.ignores = state.settings.config.ignore;
  out.baseline = state.baseline;
  out.ratchet = options.ratchet || state.settings.config.ratchet;
  name_places(state, path_base, out);
  out.today = today_of(options);
  const std::string& from = state.settings_folder;
  const std::string base = disk().real_path(path_base);
  const auto add = [&](const Manifest& manifest) {
    const std::string folder = parent_path(
        is_absolute_path(manifest.file) ? manifest.file
                                        : join_path(base, manifest.file));
    out.folders.push_back(
        {manifest.file, relative_path(from, folder).value_or(".")});
  };
  for (const Manifest& m : project.manifests) add(m);
  if (project.work) add(*project.work);
  return out;
}

Result<Gate> gate_here(const AnalyzeOptions& options, const InputPlan& plan,
                       const Project& project) {
  const auto state =
      gate_state_here(place_of(plan), plan.settings, options.baseline);
  if (!state) return fail(state.error());
  return gate_of(options, *state, project, plan.path_base);
}

}  // namespace modgraph
