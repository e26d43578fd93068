#include <fmt/core.h>

#include <algorithm>

#include "engine/findings/findings.h"
#include "engine/findings/package_findings.h"

namespace modgraph {
namespace {

// Both sources are named: which of them is wrong only the user knows.
class InputFindings {
 public:
  explicit InputFindings(const Evidence& evidence)
      : evidence_(evidence),
        project_(evidence.project),
        disagreements_(evidence.analysis.disagreements) {}

  std::vector<Finding> make() && {
    for (const auto& d : disagreements_.requirements) stale_graph(d);
    if (!project_.has_stand_ins)
      for (const auto& d : disagreements_.unlisted) stale_manifest(d);
    for (const auto& d : disagreements_.list) list_disagrees(d);
    for (const auto& d : disagreements_.mains) other_main(d);
    if (project_.graph_ends_inside_line) unfinished_line();
    if (evidence_.analysis.indirect.packages)
      for (Finding& f : package_findings(evidence_))
        out_.push_back(std::move(f));
    return std::move(out_);
  }

 private:
  void stale_graph(const RequirementNotInGraph& d) {
    const ModuleVersion& required = d.requirement.module;
    const Manifest& manifest = project_.manifests[d.manifest];
    Finding f = new_finding(
        "MG8001",
        d.graph_version
            ? fmt::format("{} requires '{}' {}, but {} selects {}",
                          manifest.file, required.path, required.version,
                          project_.graph_file, *d.graph_version)
            : fmt::format("{} requires '{}' {}, but {} has no such module",
                          manifest.file, required.path, required.version,
                          project_.graph_file));
    f.subjects.push_back({required.path, required.version});
    f.location = location_of(manifest, d.requirement.where);
    f.notes.push_back(
        fmt::format("{} is older than {}, was cut off, or belongs to another "
                    "module: record "
                    "it again with `go mod graph`",
                    project_.graph_file, manifest.file));
    out_.push_back(std::move(f));
  }

  void stale_manifest(const RequirementNotInManifest& d) {
    const Manifest& manifest = project_.manifests[d.manifest];
    Finding f = new_finding(
        "MG8005",
        fmt::format("in {} the main module requires '{}' {}, but {} has no "
                    "line for it",
                    project_.graph_file, d.path, d.version, manifest.file));
    f.subjects.push_back({d.path, d.version});
    if (manifest.module)
      f.location = location_of(manifest, manifest.module->where);
    f.notes.push_back(
        fmt::format("{} is older than {}, was cut off, or needs `go mod tidy`",
                    manifest.file, project_.graph_file));
    out_.push_back(std::move(f));
  }

  void list_disagrees(const ListDisagreement& d) {
    Finding f = new_finding("MG8002", "");
    if (d.graph_version && d.list_version)
      f.message = fmt::format("{} selects '{}' {}, but {} has {}",
                              project_.graph_file, d.path, *d.graph_version,
                              project_.module_info_file, *d.list_version);
    else if (d.list_version)
      f.message = fmt::format("{} has '{}' {}, but {} has no such module",
                              project_.module_info_file, d.path,
                              *d.list_version, project_.graph_file);
    else
      f.message = fmt::format(
          "{} selects '{}' {}, but {} has no such module", project_.graph_file,
          d.path, d.graph_version.value_or(""), project_.module_info_file);
    f.subjects.push_back(
        {d.path, d.graph_version.value_or(d.list_version.value_or(""))});
    if (d.list_line > 0)
      f.location =
          Location{project_.module_info_file, d.list_line, 1, 0, {}, {}};
    f.notes.emplace_back(
        project_.resolved
            ? "the list is of another revision: record it again, here, with "
              "`go list -m -u -json all`"
            : "record both again, one right after the other: `go mod graph` "
              "and `go list -m -json all`");
    out_.push_back(std::move(f));
  }

  void other_main(const OtherMainModule& d) {
    const std::string others =
        d.other_mains.empty() ? "none" : some_of(quoted(d.other_mains));
    Finding f = new_finding(
        "MG8003", fmt::format("{} has the main module '{}', but {} has {}",
                              file_of(d.source, d.manifest), d.path,
                              file_of(d.other, d.manifest), others));
    f.subjects.push_back({d.path, ""});
    if (d.source == InputSource::kManifest) {
      const Manifest& manifest = project_.manifests[d.manifest];
      if (manifest.module)
        f.location = location_of(manifest, manifest.module->where);
    } else if (d.line > 0) {
      f.location = Location{project_.module_info_file, d.line, 1, 0, {}, {}};
    }
    f.notes.emplace_back(
        "the inputs belong to different modules: name files of one");
    out_.push_back(std::move(f));
  }

  void unfinished_line() {
    Finding f = new_finding(
        "MG8004", fmt::format("{} ends inside a line", project_.graph_file));
    for (NodeId main : project_.graph.mains())
      f.subjects.push_back(subject_of(project_.graph, main));
    f.notes.emplace_back(
        "the last version may be cut off, and lines may be "
        "missing: record it again with `go mod graph`");
    out_.push_back(std::move(f));
  }

  std::string file_of(InputSource source, std::size_t manifest) const {
    switch (source) {
      case InputSource::kGraph:
        return project_.graph_file;
      case InputSource::kManifest:
        return manifest < project_.manifests.size()
                   ? project_.manifests[manifest].file
                   : "go.mod";
      case InputSource::kList:
        return project_.module_info_file;
    }
    return {};
  }

  static std::vector<std::string> quoted(std::vector<std::string> names) {
    for (std::string& name : names) name.insert(0, "'").append("'");
    return names;
  }

  const Evidence& evidence_;
  const Project& project_;
  const InputDisagreements& disagreements_;
  std::vector<Finding> out_;
};

}  // namespace

std::vector<Finding> input_findings(const Evidence& evidence) {
  return InputFindings(evidence).make();
}

}  // namespace modgraph
