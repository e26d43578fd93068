#include "tests/support/reference/build_questions.h"

#include <algorithm>
#include <cctype>
#include <map>

#include "engine/model/go_version.h"
#include "engine/model/version.h"

namespace modgraph::reference {
namespace {

// "x/m" and 2 of "x/m/v2"; -1 where the path says none.
struct Named {
  std::string prefix;
  int major = -1;
};

Named named(const std::string& path) {
  const bool gopkg = path.starts_with("gopkg.in/");
  const std::size_t at = path.rfind(gopkg ? ".v" : "/v");
  if (at == std::string::npos) return {path};
  const std::string digits = path.substr(at + 2);
  if (digits.empty() || !std::all_of(digits.begin(), digits.end(), [](char c) {
        return std::isdigit(static_cast<unsigned char>(c)) != 0;
      }))
    return {path};
  if (digits != "0" && digits[0] == '0') return {path};
  const int major = std::stoi(digits);
  if (!gopkg && major < 2) return {path};
  return {path.substr(0, at), major};
}

bool is_early(const std::string& version) {
  return version.find('-') != std::string::npos;
}

bool less(const std::string& a, const std::string& b) {
  return compare_versions(ModuleKind::kModule, a, b) < 0;
}

std::set<std::string> asked_versions(const ModuleGraph& graph,
                                     const std::string& path) {
  std::set<std::string> out;
  for (NodeId from : graph.nodes())
    for (NodeId to : graph.requirements(from))
      if (graph.path(to) == path) out.emplace(graph.version(to));
  return out;
}

}  // namespace

std::vector<std::string> split_majors(const ModuleGraph& graph) {
  std::map<std::string, std::vector<std::pair<int, std::string>>> families;
  for (ModuleId m : graph.modules()) {
    const std::string path(graph.path(m));
    if (path == "go" || path == "toolchain") continue;
    const Named name = named(path);
    families[name.prefix].emplace_back(name.major,
                                       graph.name(graph.selected(m)));
  }
  std::vector<std::string> out;
  for (auto& [prefix, members] : families) {
    if (members.size() < 2) continue;
    std::sort(members.begin(), members.end());
    std::string line;
    bool twice = false;
    for (const auto& [major, name] : members) {
      line += (line.empty() ? "" : " ") + name;
      for (const auto& [other, unused] : members)
        twice |=
            major < 0 && name.ends_with("+incompatible") && other > 0 &&
            name.find("@v" + std::to_string(other) + ".") != std::string::npos;
    }
    out.push_back(line + (twice ? " twice" : ""));
  }
  return out;
}

std::vector<std::string> prerelease_selected(const ModuleGraph& graph) {
  std::vector<std::string> out;
  for (ModuleId m : graph.modules()) {
    const std::string path(graph.path(m));
    const std::string selected(graph.version(graph.selected(m)));
    if (path == "go" || path == "toolchain" || !is_early(selected)) continue;
    std::string best;
    for (const std::string& v : asked_versions(graph, path))
      if (!v.empty() && !is_early(v) && (best.empty() || less(best, v)))
        best = v;
    if (!best.empty()) out.push_back(path + "@" + selected + " over " + best);
  }
  return out;
}

std::string forced_go(const Project& project) {
  const ModuleGraph& graph = project.graph;
  const auto newer = [](const std::string& a, const std::string& b) {
    return b.empty() || compare_go_versions(a, b) > 0;
  };
  std::string own;
  std::string forced;
  std::set<std::string> by;
  for (NodeId from : graph.nodes())
    for (NodeId to : graph.requirements(from)) {
      const std::string version(graph.version(to));
      if (graph.path(to) != "go") continue;
      if (graph.is_main(from)) {
        if (newer(version, own)) own = version;
      } else if (graph.path(from) != "go" && graph.path(from) != "toolchain") {
        if (newer(version, forced)) by.clear();
        if (newer(version, forced)) forced = version;
        if (version == forced) by.insert(graph.name(from));
      }
    }
  if (!project.manifests.empty()) own = project.manifests.front().go->version;
  if (forced.empty() || (!own.empty() && newer(own, forced))) return "";
  std::string out = own + " <= " + forced;
  for (const std::string& name : by) out += " " + name;
  return out + (!own.empty() && newer(forced, own) ? " raised" : "");
}

std::set<std::string> listed_updates(const Project& project) {
  std::set<std::string> out;
  std::set<std::string> seen;
  for (const ModuleInfo& row : project.module_info) {
    const std::string name = row.path + "@" + row.version;
    if (row.main || !seen.insert(name).second) continue;
    bool selected = false;
    for (ModuleId m : project.graph.modules())
      selected |= project.graph.name(project.graph.selected(m)) == name;
    if (!selected) continue;
    if (!row.deprecated.empty()) out.insert("deprecated " + name);
    if (!row.replace && !row.retracted.empty()) out.insert("retracted " + name);
    if (!row.replace && row.update) out.insert("outdated " + name);
  }
  return out;
}

std::set<std::string> cross_module_drift(
    const std::vector<const Project*>& builds) {
  std::set<std::string> paths;
  for (const Project* build : builds)
    for (ModuleId m : build->graph.modules())
      paths.emplace(build->graph.path(m));
  std::set<std::string> out;
  for (const std::string& path : paths) {
    if (path == "go" || path == "toolchain") continue;
    std::set<std::string> asked, selected, replaced;
    for (const Project* build : builds) {
      const auto module = build->graph.find(path);
      const Manifest& mod = build->manifests.front();
      if (!module || build->graph.find(path, "")) continue;
      const std::string version(
          build->graph.version(build->graph.selected(*module)));
      std::string instead = "-";
      for (const Replacement& r : mod.replace)
        if (r.old.path == path && (r.old.version == version ||
                                   (r.old.version.empty() && instead == "-")))
          instead = r.replacement.path + "@" + r.replacement.version;
      replaced.insert(instead);
      if (instead != "-") continue;
      selected.insert(version);
      std::string highest;
      for (const Requirement& line : mod.require)
        if (line.module.path == path &&
            (highest.empty() || less(highest, line.module.version)))
          highest = line.module.version;
      if (!highest.empty()) asked.insert(highest);
    }
    const auto add = [&](const char* what, const std::set<std::string>& all) {
      if (all.size() < 2) return;
      std::string line = path + " " + what;
      for (const std::string& one : all) line += " " + one;
      out.insert(line);
    };
    add("asked", asked);
    add("selected", selected);
    add("replaced", replaced);
  }
  return out;
}

}  // namespace modgraph::reference
