#include "exporters/critical.h"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <vector>

#include "engine/base/printable.h"
#include "exporters/amounts.h"
#include "exporters/text_table.h"

namespace modgraph {
namespace {

// Longer lists are cut in text; JSON has them whole.
constexpr std::size_t kMaxLines = 10;

void put_rest(Sink& out, std::size_t all, std::string_view what) {
  if (all > kMaxLines)
    out.put(fmt::format("    and {} more {}\n", all - kMaxLines, what));
}

std::string percent(std::uint64_t part, std::uint64_t whole) {
  if (whole == 0) return "0 %";
  return fmt::format(
      "{:.0f} %", 100 * static_cast<double>(part) / static_cast<double>(whole));
}

void put_schedule(Sink& out, const ScheduleAnswer& s) {
  const auto seconds = [](std::uint64_t t) {
    return amount_text(t, PathWeight::kBuild);
  };
  out.put(fmt::format(
      "the longest chain of build actions takes {}; recorded was {}\n"
      "  no machine with these times per action builds faster; one after the "
      "other\n  all actions take {}\n",
      seconds(s.length), seconds(s.elapsed), seconds(s.total)));
  out.put("  whose actions the chain is made of\n");
  TextTable shares({"on chain", "share", "in all", "module"});
  std::size_t worth_it = 0;
  for (const ScheduleShare& share : s.shares) {
    if (share.on_path < s.length / 1000 + 1) continue;
    if (++worth_it > kMaxLines) continue;
    shares.add({seconds(share.on_path), percent(share.on_path, s.length),
                seconds(share.total), printable(share.name)});
  }
  shares.put(out);
  put_rest(out, worth_it, "modules");

  std::vector<ScheduleStep> longest = s.path;
  std::stable_sort(longest.begin(), longest.end(),
                   [](const ScheduleStep& a, const ScheduleStep& b) {
                     return a.duration > b.duration;
                   });
  out.put(fmt::format("  the longest of its {} actions\n", longest.size()));
  TextTable steps({"time", "action"});
  for (std::size_t i = 0; i < std::min<std::size_t>(5, longest.size()); ++i)
    steps.add({seconds(longest[i].duration),
               printable(longest[i].mode + " " + longest[i].package)});
  steps.put(out);
  out.put("\n");
}

std::string title(const CriticalAnswer& a) {
  const std::string length = amount_text(a.length, a.weight);
  switch (a.weight) {
    case PathWeight::kModules:
      return fmt::format("the longest chain of requirements: {}", length);
    case PathWeight::kBytes:
      return fmt::format(
          "the heaviest chain of requirements: {}; all modules {}", length,
          amount_text(a.total, a.weight));
    case PathWeight::kDownload:
      return fmt::format(
          "the chain of requirements that takes longest to download: {}; all "
          "modules {}",
          length, amount_text(a.total, a.weight));
    case PathWeight::kBuild:
      return fmt::format(
          "the chain of requirements that takes longest to build: {}; all "
          "modules {}",
          length, amount_text(a.total, a.weight));
  }
  return {};
}

std::string names_of(const std::vector<WeighedModule>& component) {
  std::string out = printable(component.front().name);
  for (std::size_t i = 1; i < std::min<std::size_t>(component.size(), 4); ++i)
    out += ", " + printable(component[i].name);
  if (component.size() > 4)
    out += fmt::format(" and {} more", component.size() - 4);
  if (component.size() > 1) out += "  (they require each other)";
  return out;
}

void put_path(Sink& out, const CriticalAnswer& a) {
  out.put(title(a)).put("\n");
  TextTable table(
      a.weight == PathWeight::kModules
          ? std::vector<std::string>{"dependents", "module"}
          : std::vector<std::string>{"weight", "dependents", "module"});
  for (const auto& component : a.path) {
    std::uint64_t weight = 0;
    bool known = false;
    std::size_t dependents = 0;
    for (const WeighedModule& m : component) {
      weight += m.weight.value_or(0);
      known = known || m.weight.has_value();
      dependents = std::max(dependents, m.dependents);
    }
    std::vector<std::string> row{std::to_string(dependents),
                                 names_of(component)};
    if (a.weight != PathWeight::kModules)
      row.insert(row.begin(), known ? amount_text(weight, a.weight) : "?");
    table.add(std::move(row));
  }
  table.put(out);
}

// How many could become longer by how little.
void put_slack(Sink& out, const CriticalAnswer& a) {
  const auto none =
      std::count_if(a.modules.begin(), a.modules.end(),
                    [](const WeighedModule& m) { return m.slack == 0; });
  out.put(fmt::format(
      "  {} of {} modules have no slack: they lie on such a chain\n", none,
      a.modules.size()));
}

void put_bottlenecks(Sink& out, const CriticalAnswer& a) {
  if (a.weight == PathWeight::kModules) return;
  out.put(fmt::format(
      "\nbottlenecks, with {} dependents or more and {} or more (the highest "
      "tenth\n  of each): {}\n",
      a.dependents_at_least, amount_text(a.weight_at_least, a.weight),
      a.bottlenecks.empty() ? "none" : std::to_string(a.bottlenecks.size())));
  if (a.bottlenecks.empty()) return;
  TextTable table({"weight", "dependents", "slack", "module"});
  for (std::size_t i = 0; i < std::min(kMaxLines, a.bottlenecks.size()); ++i) {
    const WeighedModule& m = a.bottlenecks[i];
    table.add({amount_text(m.weight.value_or(0), a.weight),
               std::to_string(m.dependents), amount_text(m.slack, a.weight),
               printable(m.name)});
  }
  table.put(out);
  put_rest(out, a.bottlenecks.size(), "modules");
}

std::string_view without_weight(PathWeight weight) {
  switch (weight) {
    case PathWeight::kBytes:
      return "with neither archive nor folder in the module cache";
    case PathWeight::kBuild:
      return "of which this build took nothing";
    case PathWeight::kModules:
    case PathWeight::kDownload:
      break;
  }
  return "not in the timings";
}

// What is missing, and what more there could be.
void put_more(Sink& out, const CriticalAnswer& a) {
  if (!a.unknown.empty())
    out.put(
        fmt::format("\nwithout weight: {} of {} modules, {};\n"
                    "  the first is {}\n",
                    a.unknown.size(), a.modules.size(),
                    without_weight(a.weight), printable(a.unknown.front())));
  if (a.unpacked > 0)
    out.put(fmt::format(
        "\n{} sizes are those of unpacked folders: their archives are not in "
        "the module\n  cache\n",
        a.unpacked));
  if (a.weight == PathWeight::kModules)
    out.put(
        "\nWith more input: --weight bytes (the module cache), --timings FILE "
        "(`go build -a\n  -debug-actiongraph=FILE ./...`, or a table of "
        "module,seconds)\n");
}

}  // namespace

void write_critical_text(const CriticalAnswer& answer, Sink& out) {
  if (answer.schedule) put_schedule(out, *answer.schedule);
  put_path(out, answer);
  put_slack(out, answer);
  put_bottlenecks(out, answer);
  put_more(out, answer);
}

}  // namespace modgraph
