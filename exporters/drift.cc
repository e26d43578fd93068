#include "exporters/drift.h"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "engine/base/printable.h"
#include "exporters/main_drift.h"
#include "exporters/name_list.h"

namespace modgraph {
namespace {

constexpr std::size_t kMaxLines = 12;

std::string by(std::span<const std::string> names) {
  return names.empty() ? std::string() : " by " + short_list(names);
}

std::string plural(std::size_t n, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", n, n == 1 ? one : many);
}

// A title and a line for every row, cut where it gets long.
template <class Row, class Line>
void put_section(Sink& out, const std::vector<Row>& rows,
                 const std::string& title, Line line) {
  if (rows.empty()) return;
  out.put(title).put("\n");
  for (std::size_t i = 0; i < std::min(kMaxLines, rows.size()); ++i)
    out.put("  ").put(printable(line(rows[i]))).put("\n");
  if (rows.size() > kMaxLines)
    out.put(fmt::format("  and {} more; --json has all\n",
                        rows.size() - kMaxLines));
  out.put("\n");
}

std::string drift_line(const DriftRow& row) {
  std::string out =
      fmt::format("{:10} {}: {} versions from {}, ",
                  distance_name(row.required.front().distance), row.module,
                  row.required.size(), row.required.front().version);
  if (row.selected.empty()) return out + "the main module is built";
  return out + fmt::format("{} is built ({}; next {})", row.selected,
                           row.selected_by.empty()
                               ? "nobody asks for it"
                               : "asked for" + by(row.selected_by),
                           row.runner_up);
}

std::string raised_line(const RaisedRow& row) {
  return fmt::format("{}:{}: {} {}, the build has {}{}", row.file, row.line,
                     row.module, row.asked, row.selected, by(row.selected_by));
}

std::string go_line(const GoLineRow& row) {
  if (row.own.empty())
    return fmt::format("dependencies need go {}: asked for{}", row.forced,
                       by(row.by));
  if (row.raised)
    return fmt::format("go line {} is forced up to {}{}", row.own, row.forced,
                       by(row.by));
  return fmt::format("go line {} cannot be lower: asked for{}", row.own,
                     by(row.by));
}

std::string update_line(const UpdateRow& row) {
  return fmt::format("{} {}: {}", row.module, row.version, row.says);
}

void put_updates(const DriftAnswer& answer, Sink& out) {
  put_section(out, answer.retracted, "retracted by their authors", update_line);
  put_section(out, answer.deprecated, "deprecated by their authors",
              update_line);
  put_section(out, answer.outdated,
              plural(answer.outdated.size(), "module has a newer version",
                     "modules have a newer version"),
              update_line);
}

}  // namespace

void write_drift_text(const DriftAnswer& answer, Sink& out) {
  put_section(out, answer.raised, "go.mod asks for less than the build has",
              raised_line);
  if (answer.go_line) out.put(printable(go_line(*answer.go_line))).put("\n\n");
  if (!answer.mains.empty()) {
    put_main_drift_text(answer.mains, out);
    out.put("\n");
  }
  put_section(out, answer.early,
              "a pre-release or pseudo-version wins over a release",
              [](const EarlyRow& row) {
                return fmt::format("{} {} over {}{}", row.module, row.selected,
                                   row.release, by(row.selected_by));
              });
  put_section(out, answer.majors, "several majors of one module",
              [](const MajorsRow& row) {
                return short_list(row.modules) +
                       (row.same_major_twice ? " (one major twice)" : "");
              });
  put_section(out, answer.drift,
              plural(answer.drift.size(), "module is", "modules are") +
                  " asked for at several versions, the farthest apart first",
              drift_line);
  put_updates(answer, out);
  if (answer.drift.empty() && answer.mains.empty())
    out.put("no drift: every module is asked for at one version\n");
  if (!answer.has_list)
    out.put(
        "with the output of `go list -m -u -json all` (--list FILE): what "
        "is retracted, deprecated, outdated\n");
}

}  // namespace modgraph
