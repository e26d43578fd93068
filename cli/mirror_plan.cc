#include <fmt/core.h>

#include <string_view>
#include <utility>

#include "cli/suggest_plan.h"

namespace modgraph {
namespace {

struct Mirror {
  std::string_view from;
  std::string_view to;
};

Result<Mirror> parse_mirror(const std::string& words) {
  const std::size_t at = words.find('=');
  if (at == std::string::npos || at == 0 || at + 1 == words.size())
    return fail({ErrorKind::kUsage,
                 fmt::format("--mirror {}: need OLD=NEW", words),
                 {},
                 {},
                 "both are module paths or the beginnings of some: "
                 "--mirror old.example.com=mirror.example.com/old"});
  const std::string_view all = words;
  return Mirror{all.substr(0, at), all.substr(at + 1)};
}

// What takes the place of a path below `mirror.from`; "" when it is not.
std::string mirrored(std::string_view path, const Mirror& mirror) {
  if (!path.starts_with(mirror.from)) return {};
  const std::string_view rest = path.substr(mirror.from.size());
  if (!rest.empty() && rest.front() != '/' && mirror.from.back() != '/')
    return {};
  return std::string(mirror.to) + std::string(rest);
}

std::vector<MainEdit> replacements(const ModuleGraph& graph,
                                   const Mirror& mirror) {
  std::vector<MainEdit> out;
  for (const ModuleId m : graph.modules()) {
    if (graph.kind(m) != ModuleKind::kModule) continue;
    const std::string to = mirrored(graph.path(m), mirror);
    if (to.empty()) continue;
    for (const NodeId n : graph.versions(m)) {
      if (graph.is_main(n)) continue;
      const std::string version(graph.version(n));
      out.push_back({0,
                     {EditKind::kReplace,
                      {std::string(graph.path(m)), version},
                      {to, version}}});
    }
  }
  return out;
}

// A module that is not simply replaced, or none.
const ModuleChange* moved(const BuildDifference& difference) {
  for (const ModuleChange& c : difference.modules)
    if (!c.before || !c.after || c.before->version != c.after->version)
      return &c;
  return nullptr;
}

}  // namespace

Result<SuggestAnswer> mirror_plan(TrialBench& bench, const Project& project,
                                  const std::vector<std::string>& mirrors) {
  SuggestedFix s;
  for (const std::string& words : mirrors) {
    const auto mirror = parse_mirror(words);
    if (!mirror) return fail(mirror.error());
    const auto edits = replacements(project.graph, *mirror);
    if (edits.empty())
      return fail(
          {ErrorKind::kInput,
           fmt::format("no module of the graph lies below {}", mirror->from),
           {},
           {},
           "`modgraph list` shows the modules"});
    s.title += fmt::format("{}take {} from {}", s.title.empty() ? "" : ", ",
                           mirror->from, mirror->to);
    s.edits.insert(s.edits.end(), edits.begin(), edits.end());
  }
  auto tried = bench.attempt(s.edits);
  if (!tried) {
    Errors errors = std::move(tried.error());
    errors.front().message =
        "the mirror cannot be tried: " + errors.front().message;
    return fail(std::move(errors));
  }
  if (const ModuleChange* const c = moved(tried->difference))
    return fail(
        {ErrorKind::kInput,
         fmt::format("the mirror leads to another build: {} differs", c->path),
         {},
         {},
         "its go.mod files are not those of the originals"});
  s.commands = commands_of(s.edits, project.manifests);
  s.effect = effect_of(tried->difference);
  s.lines = changed_lines(tried->files);
  s.side_effects = {std::string(kBreaksInstall)};
  SuggestAnswer out;
  out.wished = true;
  out.files = tried->files;
  out.effect = s.effect;
  s.files = tried->files;
  out.plan.push_back(std::move(s));
  bench.keep(tried->files);
  return out;
}

}  // namespace modgraph
