#include "engine/report/answers/why.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/analysis/read_dependencies.h"
#include "engine/findings/locations.h"
#include "engine/report/answers/leaves.h"

namespace modgraph {
namespace {

constexpr std::size_t kMaxWhyNames = 10;
constexpr std::size_t kMaxWays = 10;

constexpr FieldShape kNextLowerFields[] = {
    field("version", FieldType::kVersion, "the version"),
    list_of("required_by", FieldType::kModuleVersion,
            "what requires exactly this version"),
};
constexpr RecordShape kNextLowerShape{"next_lower", kNextLowerFields};

constexpr FieldShape kReplacementFields[] = {
    field("path", FieldType::kText, "a module path, or a folder"),
    field("version", FieldType::kVersion, "\"\" for a folder"),
    optional_field("location", FieldType::kLocation,
                   "the replace line; null where it was not read"),
};
constexpr RecordShape kWhyReplacementShape{"why_replacement",
                                           kReplacementFields};

constexpr FieldShape kLineFields[] = {
    field("version", FieldType::kVersion, "the version that is written"),
    field("indirect", FieldType::kFlag, "the line says // indirect"),
    field("is_below", FieldType::kFlag, "a higher version is selected"),
    field("location", FieldType::kLocation, "the line"),
};
constexpr RecordShape kWhyLineShape{"why_line", kLineFields};

constexpr FieldShape kWhyUnselectedFields[] = {
    field("module", FieldType::kModule, "the module path"),
    field("version", FieldType::kVersion, "a version that is not selected"),
    field("selected", FieldType::kVersion, "\"\" for a main module"),
};
constexpr RecordShape kWhyUnselectedShape{"why_unselected",
                                          kWhyUnselectedFields};

constexpr FieldShape kWithoutFields[] = {
    field("required_by", FieldType::kModuleVersion,
          "what requires the selected version"),
    optional_record("replaced_by", kReplacedByShape,
                    "what replaces that one: it is its go.mod that requires; "
                    "null: nothing"),
    optional_field("selected", FieldType::kVersion,
                   "what would be selected without its requirement; null: the "
                   "module would leave the build"),
    field("is_bound", FieldType::kFlag,
          "that version or a higher one: go.mod files that were not loaded "
          "may require more"),
};
constexpr RecordShape kWithoutShape{"without", kWithoutFields};

constexpr FieldShape kWhyModuleFields[] = {
    field("module", FieldType::kModule, "the module path"),
    field("version", FieldType::kVersion,
          "the version that was asked about, else the selected one; \"\" for "
          "a main module"),
    field("main", FieldType::kFlag, "it is a main module"),
    field("is_selected", FieldType::kFlag, "this version is selected"),
    field("selected", FieldType::kVersion,
          "the selected version; \"\" for a main module"),
    optional_record("replaced_by", kWhyReplacementShape,
                    "what is built in its place; null: nothing replaces it"),
    optional_field("written", FieldType::kVersion,
                   "the version that the first of our go.mod lines requires, "
                   "as it is written; null: no line requires the module"),
    records("lines", kWhyLineShape,
            "the lines of our go.mod files that require the module"),
    optional_list_of("decided_by", FieldType::kModuleVersion,
                     "for a selected version: what requires exactly this "
                     "version and so decides. Lines of ours that are lower do "
                     "not, nor do // indirect lines while others require the "
                     "same; null: not known"),
    records("without", kWithoutShape,
            "for each of them: what would be selected without its "
            "requirement, and without // indirect lines that repeat it"),
    lists_of("ways", FieldType::kModuleVersion,
             "for each direct dependency that leads to this version its "
             "shortest chain of requirements from a main module, the shortest "
             "first"),
    field("ways_total", FieldType::kCount, "how many there are"),
    lists_of("indirect_ways", FieldType::kModuleVersion,
             "where no direct dependency leads to it: the chains that begin at "
             "// indirect lines of other modules"),
    records("unselected", kWhyUnselectedShape,
            "the versions in these chains that are not selected: no chain of "
            "selected versions leads there"),
    optional_field("unread", FieldType::kCount,
                   "selected modules whose requirements are not known: there "
                   "may be more ways; null: not counted"),
    list_of("required_by", FieldType::kModuleVersion,
            "what requires exactly this version"),
    optional_record("next_lower", kNextLowerShape,
                    "the next lower version that is required; null: there is "
                    "none"),
    optional_field("location", FieldType::kLocation,
                   "the go.mod line to change; null where no go.mod file was "
                   "read or no line leads to it"),
    field("location_is_own", FieldType::kFlag,
          "the line requires the module itself; false: the first module of "
          "the first way"),
};
constexpr RecordShape kModuleWhyShape{"why_module", kWhyModuleFields};

constexpr FieldShape kWhyFields[] = {
    records("modules", kModuleWhyShape,
            "the modules that were asked about, in the order of the command "
            "line"),
};

Place place_in(const Manifest& manifest, const SourceSpan& where) {
  return {manifest.file, where.line, where.column};
}

void put_names(RecordWriter& out, std::string_view key,
               const ModuleGraph& graph, const std::vector<NodeId>& nodes,
               ListStyle style) {
  out.begin_list(key, std::move(style));
  for (const NodeId n : nodes) out.module_version({}, ref_of(graph, n));
  out.end_list();
}

// Writes the answer about one module.
class WhyWriter {
 public:
  WhyWriter(const Project& project, const Why& why, RecordWriter& out)
      : project_(project),
        graph_(project.graph),
        why_(why),
        is_main_(graph_.is_main(why.version)),
        is_selected_(graph_.is_selected(why.version)),
        is_known_(are_dependencies_read(project)),
        out_(out) {}

  void write() {
    headline();
    lines();
    decided_by();
    without();
    ways();
    required_by();
    next_lower();
    line_to_change();
  }

 private:
  // One sentence: what is built.
  void headline() {
    const auto& by = why_.replaced_by;
    out_.say(is_main_        ? "{module} is a main module"
             : !is_selected_ ? "{module} {version} is in the graph; {selected} "
                               "is selected"
             : !by           ? "{module} {version} is selected"
             : line_of_replacement()
                 ? by->version.empty()
                       ? "{module} {version} is selected, replaced by "
                         "{replaced_by.path} ({replaced_by.location})"
                       : "{module} {version} is selected, replaced by "
                         "{replaced_by.path} {replaced_by.version} "
                         "({replaced_by.location})"
             : by->version.empty()
                 ? "{module} {version} is selected, replaced by "
                   "{replaced_by.path}"
                 : "{module} {version} is selected, replaced by "
                   "{replaced_by.path} {replaced_by.version}");
    out_.module("module", graph_.path(why_.module));
    out_.version("version", graph_.version(why_.version));
    out_.flag("main", is_main_);
    out_.flag("is_selected", is_selected_);
    out_.version("selected", graph_.version(graph_.selected(why_.module)));
    if (!by) return out_.unknown("replaced_by");
    out_.record("replaced_by", [&] {
      out_.text("path", by->path);
      out_.version("version", by->version);
      out_.location("location", line_of_replacement());
    });
  }

  std::optional<Place> line_of_replacement() const {
    return replace_line(project_, why_.version);
  }

  const Requirement& requirement(const OwnLine& own) const {
    return project_.manifests[own.manifest].require[own.line];
  }

  void lines() {
    if (why_.own.empty())
      out_.unknown("written");
    else
      out_.version("written", requirement(why_.own.front()).module.version);
    out_.list(
        "lines", {.max_shown = kMaxWhyNames}, why_.own,
        [&](const OwnLine& own) {
          const Requirement& r = requirement(own);
          out_.say(own.is_below && r.indirect
                       ? "{location} requires {version} // indirect, "
                         "which is lower"
                   : own.is_below
                       ? "{location} requires {version}, which is lower"
                   : r.indirect ? "{location} requires {version} // indirect"
                                : "{location} requires {version}");
          out_.version("version", r.module.version);
          out_.flag("indirect", r.indirect);
          out_.flag("is_below", own.is_below);
          out_.location("location",
                        place_in(project_.manifests[own.manifest], r.where));
        });
  }

  void decided_by() {
    if (!is_known_) {
      if (!is_main_)
        out_.remark(project_.requirements_known
                        ? "what else requires it is not known: no go.mod of a "
                          "dependency was read"
                        : "what requires it is not known: a module list alone "
                          "was read");
      return out_.unknown("decided_by");
    }
    put_names(out_, "decided_by", graph_, why_.decided_by, {});
  }

  std::string_view without_sentence(const WithoutDecider& w, bool is_folder,
                                    bool is_replaced) {
    const auto pick = [&](std::string_view plain, std::string_view replaced,
                          std::string_view folder) {
      return !is_replaced ? plain : is_folder ? folder : replaced;
    };
    if (!w.selected)
      return pick("{required_by}: without it the module would leave the build",
                  "{required_by} => {replaced_by.path} {replaced_by.version}: "
                  "without it the module would leave the build",
                  "{required_by} => {replaced_by.path}: without it the module "
                  "would leave the build");
    if (*w.selected == graph_.version(why_.version))
      return pick("{required_by}: without it {selected} would stay selected",
                  "{required_by} => {replaced_by.path} {replaced_by.version}: "
                  "without it {selected} would stay selected",
                  "{required_by} => {replaced_by.path}: without it {selected} "
                  "would stay selected");
    if (w.is_bound)
      return pick(
          "{required_by}: without it {selected} or higher would be "
          "selected (not every go.mod was loaded)",
          "{required_by} => {replaced_by.path} {replaced_by.version}: "
          "without it {selected} or higher would be selected (not "
          "every go.mod was loaded)",
          "{required_by} => {replaced_by.path}: without it {selected} "
          "or higher would be selected (not every go.mod was loaded)");
    return pick("{required_by}: without it {selected} would be selected",
                "{required_by} => {replaced_by.path} {replaced_by.version}: "
                "without it {selected} would be selected",
                "{required_by} => {replaced_by.path}: without it {selected} "
                "would be selected");
  }

  void without() {
    out_.list("without",
              {.title = "selected by",
               .max_shown = kMaxWhyNames,
               .shows_count = false},
              why_.without, [&](const WithoutDecider& w) {
                const auto by = replacement_in(project_, w.decider);
                out_.say(without_sentence(w, by && by->version.empty(),
                                          by.has_value()));
                out_.module_version("required_by", ref_of(graph_, w.decider));
                put_replaced_by(out_, "replaced_by", by);
                out_.version("selected", w.selected);
                out_.flag("is_bound", w.is_bound);
              });
    if (why_.own_lines_repeat && !why_.without.empty())
      out_.remark(
          "go.mod's own // indirect line repeats this version: it is to be "
          "lowered or dropped too");
  }

  void put_chains(std::string_view key, std::string_view title,
                  const std::vector<std::vector<NodeId>>& chains) {
    out_.begin_list(key, {.title = title, .max_shown = kMaxWays});
    for (const std::vector<NodeId>& chain : chains)
      put_names(out_, {}, graph_, chain, {.is_chain = true});
    out_.end_list();
  }

  void ways() {
    const ModuleWays& w = why_.ways;
    if (w.chains.empty() && !is_main_) no_way();
    put_chains("ways", "ways from direct dependencies", w.chains);
    out_.count("ways_total", w.chains.size());
    put_chains("indirect_ways", "ways from // indirect lines", w.from_indirect);
    unselected();
    out_.count("unread", project_.unread_go_mods);
  }

  // What is to be said where no direct dependency leads to it.
  void no_way() {
    if (!is_known_) return;
    const bool complete = project_.unread_go_mods == std::size_t{0};
    if (!why_.ways.from_indirect.empty())
      out_.remark("no direct dependency leads to it");
    else if (!complete)
      out_.remark(
          "no direct dependency is known to lead to it: not every go.mod was "
          "read");
    else if (!why_.own.empty())
      out_.remark("nothing but go.mod's own line requires it");
    else
      out_.remark("no chain of requirements leads to it");
  }

  // Each once, in the order of the chains.
  std::vector<NodeId> unselected_versions() const {
    std::vector<NodeId> out;
    if (!why_.ways.are_unselected) return out;
    for (const auto* chains : {&why_.ways.chains, &why_.ways.from_indirect})
      for (const std::vector<NodeId>& chain : *chains)
        for (const NodeId n : chain)
          if (!graph_.is_selected(n)) out.push_back(n);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

  void unselected() {
    out_.list("unselected",
              {.title = "these pass through versions that are not in the "
                        "build: no selected version leads there",
               .max_shown = kMaxWhyNames,
               .shows_count = false},
              unselected_versions(), [&](NodeId n) {
                const NodeId selected = graph_.selected(graph_.module_of(n));
                out_.say(graph_.is_main(selected)
                             ? "{module} {version}: the main module is built"
                             : "{module} {version}: {selected} is built");
                out_.module("module", graph_.path(n));
                out_.version("version", graph_.version(n));
                out_.version("selected", graph_.version(selected));
              });
  }

  void required_by() {
    // Those of a selected version were told with what they decide.
    const bool is_told = is_selected_ && !is_main_;
    put_names(out_, "required_by", graph_, why_.requirers,
              {.title = is_told ? std::string_view() : "required by",
               .max_shown = kMaxWhyNames,
               .shows_count = false});
  }

  void next_lower() {
    if (!why_.runner_up) return out_.unknown("next_lower");
    out_.record("next_lower", [&] {
      out_.say("next lower version: {version}");
      out_.version("version", graph_.version(*why_.runner_up));
      put_names(out_, "required_by", graph_, why_.runner_up_requirers,
                {.title = "required by",
                 .max_shown = kMaxWhyNames,
                 .shows_count = false});
    });
  }

  // The requirement that a way begins with.
  std::optional<Place> line_of_way(const std::vector<NodeId>& way) const {
    for (const Manifest& manifest : project_.manifests) {
      if (!manifest.module || manifest.module->path != graph_.path(way[0]))
        continue;
      for (const Requirement& r : manifest.require)
        if (r.module.path == graph_.path(way[1]))
          return place_in(manifest, r.where);
    }
    return std::nullopt;
  }

  void line_to_change() {
    std::optional<Place> line;
    const bool is_own = !why_.own.empty();
    if (is_own)
      line = place_in(project_.manifests[why_.own.front().manifest],
                      requirement(why_.own.front()).where);
    else if (!why_.ways.chains.empty())
      line = line_of_way(why_.ways.chains.front());
    else if (!why_.ways.from_indirect.empty())
      line = line_of_way(why_.ways.from_indirect.front());
    if (line && !is_own) out_.say("the first way begins at {location}");
    out_.location("location", line);
    out_.flag("location_is_own", is_own);
  }

  const Project& project_;
  const ModuleGraph& graph_;
  const Why& why_;
  bool is_main_;
  bool is_selected_;
  bool is_known_;
  RecordWriter& out_;
};

}  // namespace

constexpr DocumentShape kWhyShape{
    "why",
    "Why is a module in the build, and why at this version?",
    {"why", kWhyFields},
    "modules"};

Document why_document(const Project& project, std::span<const Why> whys) {
  return Document(kWhyShape, [&](RecordWriter& out) {
    out.list("modules", {.max_shown = whys.size()}, whys,
             [&](const Why& why) { WhyWriter(project, why, out).write(); });
  });
}

}  // namespace modgraph
