#include "engine/report/answers/critical.h"

#include <algorithm>
#include <optional>
#include <span>

#include "engine/analysis/build/bottlenecks.h"
#include "engine/model/build_list.h"
#include "engine/report/answers/leaves.h"
#include "engine/report/answers/schedule.h"

namespace modgraph {
namespace {

constexpr std::size_t kMaxRows = 10;
constexpr std::size_t kMaxLongest = 5;

constexpr FieldShape kActionFields[] = {
    field("action", FieldType::kText, "the mode: build, link, vet, ..."),
    field("package", FieldType::kText,
          "the import path; \"\" for the build as a whole"),
    optional_field("module", FieldType::kModule,
                   "the module of the package; null when it is of none"),
    field("seconds", FieldType::kSeconds, "how long it took"),
};
constexpr RecordShape kActionShape{"build_action", kActionFields};

constexpr FieldShape kShareFields[] = {
    field("on_path", FieldType::kSeconds,
          "its actions on the longest chain of actions"),
    field("total", FieldType::kSeconds, "all its actions"),
    field("owner", FieldType::kText,
          "a module as path@version, `standard library`, `build` for steps of "
          "the build as a whole, or `unknown`"),
    optional_field("module", FieldType::kModule,
                   "the module path; null when the owner is no module"),
    field("actions", FieldType::kCount, "how many"),
    field("slack", FieldType::kSeconds,
          "how much longer one of its actions could take before the chain "
          "gets longer; the least of them"),
};
constexpr RecordShape kShareShape{"schedule_share", kShareFields};

constexpr FieldShape kScheduleFields[] = {
    field("length", FieldType::kSeconds,
          "the longest chain of actions: no build with these times is faster"),
    field("elapsed", FieldType::kSeconds, "what the recorded build took"),
    field("total", FieldType::kSeconds, "all actions, one after the other"),
    records("modules", kShareShape,
            "whose actions they are, the most on the chain first"),
    records("longest_actions", kActionShape,
            "the five longest of `path`, the longest first"),
    records("path", kActionShape,
            "the longest chain of actions, in the order in which they run"),
};
constexpr RecordShape kScheduleShape{"schedule", kScheduleFields};

constexpr FieldShape kStepFields[] = {
    optional_field("weight", FieldType::kNumber,
                   "of all its modules, in `unit`; null when none is known"),
    field("dependents", FieldType::kCount,
          "how many modules require it; the most of its modules"),
    list_of("modules", FieldType::kModuleVersion,
            "one module, or several that require each other"),
};
constexpr RecordShape kStepShape{"critical_step", kStepFields};

constexpr FieldShape kWeighedFields[] = {
    field("module", FieldType::kModule, "the module path"),
    field("version", FieldType::kVersion,
          "the selected version; \"\" for a main module"),
    optional_field("weight", FieldType::kNumber,
                   "in `unit`; null when it is not known"),
    field("slack", FieldType::kNumber,
          "how much heavier it could be before the longest chain is heavier, "
          "in `unit`"),
    field("dependents", FieldType::kCount, "how many modules require it"),
};
constexpr RecordShape kWeighedShape{"weighed_module", kWeighedFields};

constexpr FieldShape kBottleneckFields[] = {
    field("dependents_at_least", FieldType::kCount,
          "of the top tenth by dependents"),
    field("weight_at_least", FieldType::kNumber,
          "of the top tenth by weight, in `unit`"),
    records("modules", kWeighedShape, "modules in both, the heaviest first"),
};
constexpr RecordShape kBottlenecksShape{"bottlenecks", kBottleneckFields};

constexpr FieldShape kCriticalFields[] = {
    field("weight", FieldType::kText,
          "what a module weighs: modules (one each), bytes, download or build"),
    field("unit", FieldType::kText,
          "of each length, weight and slack: modules, bytes or seconds"),
    optional_record("schedule", kScheduleShape,
                    "of the recorded build; null without an action graph"),
    field("length", FieldType::kNumber,
          "what the modules of `path` weigh, in `unit`"),
    field("total", FieldType::kNumber, "what all modules weigh, in `unit`"),
    records("path", kStepShape,
            "the heaviest chain of requirements, from a main module on"),
    records("modules", kWeighedShape,
            "all modules that a main module leads to, in build list order"),
    field("without_slack", FieldType::kCount,
          "how many of them lie on a chain of that length"),
    optional_record("bottlenecks", kBottlenecksShape,
                    "heavy modules that many require; null where each module "
                    "weighs one"),
    list_of("without_weight", FieldType::kModuleVersion,
            "those of `modules` whose weight is not known"),
    field("unpacked", FieldType::kCount,
          "sizes of folders, as their archives are not in the module cache"),
};

std::vector<ModuleId> module_mains(const ModuleGraph& graph) {
  std::vector<ModuleId> out;
  for (const NodeId main : graph.mains()) out.push_back(graph.module_of(main));
  return out;
}

std::string_view unit_of(PathWeight weight) {
  switch (weight) {
    case PathWeight::kModules:
      return "modules";
    case PathWeight::kBytes:
      return "bytes";
    case PathWeight::kDownload:
    case PathWeight::kBuild:
      break;
  }
  return "seconds";
}

std::string_view critical_headline(PathWeight weight) {
  switch (weight) {
    case PathWeight::kModules:
      return "longest chain of requirements: {length#module}";
    case PathWeight::kBytes:
      return "heaviest chain of requirements: {length} of {total} in all";
    case PathWeight::kDownload:
      return "slowest chain of requirements to download: {length} of {total} "
             "in all";
    case PathWeight::kBuild:
      break;
  }
  return "slowest chain of requirements to build: {length} of {total} in all";
}

// An action graph has what this build built; a table, what somebody measured.
std::string_view sentence_without_weight(PathWeight weight, bool from_actions) {
  if (weight == PathWeight::kBytes)
    return "not in the module cache, counted as 0 bytes: {without_weight}";
  return from_actions
             ? "not built this time, counted as 0 seconds: {without_weight}"
             : "not in the timings, counted as 0 seconds: {without_weight}";
}

void put_schedule(RecordWriter& out, const ModuleGraph& graph,
                  const BuildTimings& timings, const ModuleTimings& homes) {
  const ScheduleByModule found = schedule_by_module(graph, timings, homes);
  const BuildSchedule& schedule = found.schedule;
  const auto put_module = [&](const ActionOwner& owner) {
    owner.module ? out.module("module", graph.path(*owner.module))
                 : out.unknown("module");
  };
  const auto put_action = [&](std::size_t i) {
    const BuildAction& action = timings.actions[schedule.path[i]];
    out.text("action", action.mode);
    out.text("package", action.package);
    put_module(found.path_owners[i]);
    out.seconds("seconds", action.duration);
  };
  std::vector<std::size_t> in_order(schedule.path.size());
  for (std::size_t i = 0; i < in_order.size(); ++i) in_order[i] = i;
  std::vector<std::size_t> longest = in_order;
  std::stable_sort(longest.begin(), longest.end(),
                   [&](std::size_t a, std::size_t b) {
                     return timings.actions[schedule.path[a]].duration >
                            timings.actions[schedule.path[b]].duration;
                   });
  if (longest.size() > kMaxLongest) longest.resize(kMaxLongest);
  // Those with less than a thousandth of the chain say nothing.
  const auto worth_it = static_cast<std::size_t>(std::count_if(
      found.shares.begin(), found.shares.end(), [&](const ScheduleShare& s) {
        return s.on_path > schedule.length / 1000;
      }));

  out.say(
      "longest chain of build actions: {length}, which no number of processors "
      "shortens");
  out.say(
      "the recorded build took {elapsed}; one after the other, its actions "
      "take {total}");
  out.seconds("length", schedule.length);
  out.seconds("elapsed", schedule.elapsed);
  out.seconds("total", schedule.total);
  out.list("modules",
           {.title = "time on the chain, by module",
            .max_shown = std::min(kMaxRows, worth_it),
            .shows_count = false,
            .columns = {"on_path", "total", "owner"}},
           found.shares, [&](const ScheduleShare& share) {
             out.seconds("on_path", share.on_path);
             out.seconds("total", share.total);
             out.text("owner", share.owner.name);
             put_module(share.owner);
             out.count("actions", share.actions);
             out.seconds("slack", share.slack);
           });
  out.list("longest_actions",
           {.title = "longest actions on the chain",
            .shows_count = false,
            .columns = {"action", "package", "seconds"}},
           longest, put_action);
  out.list("path", {}, in_order, put_action);
}

class CriticalWriter {
 public:
  CriticalWriter(RecordWriter& out, const Project& project,
                 const Analysis& analysis, const ModuleWeights& weights)
      : out_(out),
        graph_(project.graph),
        analysis_(analysis),
        weights_(weights),
        path_(critical_path(analysis.selected,
                            strongly_connected_components(analysis.selected),
                            module_mains(graph_), weights.of)) {
    for (const NodeId n : build_list(graph_)) {
      const ModuleId m = graph_.module_of(n);
      if (path_.slack[index(m)] != CriticalPath::kUnreached)
        modules_.push_back(m);
    }
  }

  void write(const Project& project) {
    out_.text("weight", path_weight_name(weights_.weight));
    out_.text("unit", unit_of(weights_.weight));
    const bool from_actions = weights_.weight == PathWeight::kBuild &&
                              project.timings &&
                              project.timings->from_actions();
    if (from_actions)
      out_.record("schedule", [&] {
        put_schedule(out_, graph_, *project.timings, *analysis_.timings);
      });
    else
      out_.unknown("schedule");
    put_path();
    put_modules();
    put_bottlenecks();
    put_rest(from_actions);
  }

 private:
  bool is_weighed() const { return weights_.weight != PathWeight::kModules; }

  void amount(std::string_view key, std::uint64_t value) {
    switch (weights_.weight) {
      case PathWeight::kModules:
        return out_.count(key, value);
      case PathWeight::kBytes:
        return out_.bytes(key, value);
      case PathWeight::kDownload:
      case PathWeight::kBuild:
        return out_.seconds(key, value);
    }
  }

  void put_path() {
    std::uint64_t total = 0;
    for (const ModuleId m : modules_) total += weights_.of[index(m)];
    out_.say(critical_headline(weights_.weight));
    amount("length", path_.length);
    amount("total", total);
    ListStyle style{.title = "its modules, from the main module on",
                    .max_shown = path_.path.size(),
                    .shows_count = false,
                    .columns = {"dependents", "modules"}};
    if (is_weighed()) style.columns.push_back("weight");
    out_.list("path", style, path_.path,
              [&](std::span<const ModuleId> step) { put_step(step); });
    if (std::ranges::any_of(path_.path,
                            [](const auto& step) { return step.size() > 1; }))
      out_.remark("Modules in one row require each other.");
  }

  void put_step(std::span<const ModuleId> step) {
    std::uint64_t weight = 0;
    bool known = false;
    std::size_t dependents = 0;
    for (const ModuleId m : step) {
      weight += weights_.of[index(m)];
      known = known || weights_.known[index(m)];
      dependents =
          std::max(dependents, analysis_.selected.dependents(m).size());
    }
    known ? amount("weight", weight) : out_.unknown("weight");
    out_.count("dependents", dependents);
    out_.begin_list("modules");
    for (const ModuleId m : step)
      out_.module_version({}, ref_of(graph_, graph_.selected(m)));
    out_.end_list();
  }

  void put_weighed(ModuleId m) {
    out_.module_and_version(ref_of(graph_, graph_.selected(m)));
    weights_.known[index(m)] ? amount("weight", weights_.of[index(m)])
                             : out_.unknown("weight");
    amount("slack", path_.slack[index(m)]);
    out_.count("dependents", analysis_.selected.dependents(m).size());
  }

  void put_modules() {
    out_.list("modules", {}, modules_, [&](ModuleId m) { put_weighed(m); });
    const auto without_slack =
        std::count_if(modules_.begin(), modules_.end(),
                      [&](ModuleId m) { return path_.slack[index(m)] == 0; });
    out_.say(
        "{without_slack} of {modules#module} have no slack: they are on a "
        "chain of this length");
    out_.count("without_slack", static_cast<std::uint64_t>(without_slack));
  }

  void put_bottlenecks() {
    if (!is_weighed()) return out_.unknown("bottlenecks");
    std::vector<ModuleId> candidates;
    for (const ModuleId m : modules_)
      if (!graph_.is_main(graph_.selected(m))) candidates.push_back(m);
    const Bottlenecks found =
        find_bottlenecks(analysis_.selected, candidates, weights_.of);
    out_.record("bottlenecks", [&] {
      out_.say(found.modules.empty()
                   ? "no bottlenecks: no module has {dependents_at_least} or "
                     "more dependents and a weight of {weight_at_least} or "
                     "more (the top tenth of each)"
                   : "{modules#bottleneck} with {dependents_at_least} or more "
                     "dependents and a weight of {weight_at_least} or more "
                     "(the top tenth of each)");
      out_.count("dependents_at_least", found.dependents_at_least);
      amount("weight_at_least", found.weight_at_least);
      out_.list(
          "modules",
          {.title = "bottlenecks", .max_shown = kMaxRows, .shows_count = false},
          found.modules, [&](ModuleId m) { put_weighed(m); });
    });
  }

  void put_rest(bool from_actions) {
    std::size_t without = 0;
    out_.begin_list("without_weight");
    for (const ModuleId m : modules_) {
      if (weights_.known[index(m)]) continue;
      ++without;
      out_.module_version({}, ref_of(graph_, graph_.selected(m)));
    }
    out_.end_list();
    if (without > 0)
      out_.say(sentence_without_weight(weights_.weight, from_actions));
    if (weights_.unpacked > 0)
      out_.say(weights_.unpacked == 1
                   ? "{unpacked#size} is of an unpacked folder: its archive is "
                     "not in the module cache"
                   : "{unpacked#size} are of unpacked folders: their archives "
                     "are not in the module cache");
    out_.count("unpacked", weights_.unpacked);
    if (!is_weighed())
      out_.remark(
          "To weigh modules: --weight bytes, or --timings FILE from `go build "
          "-a -debug-actiongraph=FILE ./...` or a table of module,seconds.");
  }

  RecordWriter& out_;
  const ModuleGraph& graph_;
  const Analysis& analysis_;
  const ModuleWeights& weights_;
  CriticalPath path_;
  std::vector<ModuleId> modules_;  // that main modules lead to
};

}  // namespace

constexpr DocumentShape kCriticalShape{
    "critical",
    "What is the longest chain of the build, and which modules are on it?",
    {"critical", kCriticalFields},
    "modules"};

std::string_view path_weight_name(PathWeight weight) {
  switch (weight) {
    case PathWeight::kModules:
      return "modules";
    case PathWeight::kBytes:
      return "bytes";
    case PathWeight::kDownload:
      return "download";
    case PathWeight::kBuild:
      return "build";
  }
  return {};
}

ModuleWeights unit_weights(const ModuleGraph& graph) {
  return {PathWeight::kModules,
          std::vector<std::uint64_t>(graph.module_count(), 1),
          std::vector<bool>(graph.module_count(), true), 0};
}

ModuleWeights weights_of_timings(const ModuleTimings& timings,
                                 PathWeight weight) {
  return {weight, timings.duration, timings.known, 0};
}

Document critical_document(const Project& project, const Analysis& analysis,
                           const ModuleWeights& weights) {
  return Document(kCriticalShape, [&](RecordWriter& out) {
    CriticalWriter(out, project, analysis, weights).write(project);
  });
}

}  // namespace modgraph
