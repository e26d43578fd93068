#include "exporters/findings/finding_lines.h"

#include <fmt/core.h>

#include <string>
#include <string_view>

#include "engine/base/printable.h"
#include "engine/model/manifest.h"
#include "exporters/findings/finding_place.h"
#include "exporters/text/escape.h"

namespace modgraph {
namespace {

std::string subjects_of(const Finding& f) {
  std::string out;
  for (const Subject& s : f.subjects) {
    if (!out.empty()) out += ' ';
    out += module_name({s.module, s.version});
  }
  return out;
}

}  // namespace

void write_compact(const Report& report, Sink& out) {
  for (const Finding& f : report.findings) {
    if (f.suppressed) continue;
    const FindingPlace at = place_of(report, f);
    out.put(fmt::format("{}:{}:{}: {}: {} [{} {}]\n", printable(at.file),
                        at.line, at.column, level_name(f.level),
                        printable(f.message), f.rule->code, f.rule->name));
  }
}

void write_csv(const Report& report, Sink& out) {
  out.put(
      "level,rule,name,file,line,column,subjects,message,fingerprint,"
      "suppressed\r\n");
  for (const Finding& f : report.findings) {
    const FindingPlace at = place_of(report, f);
    out.put(fmt::format(
        "{},{},{},{},{},{},{},{},{},{}\r\n", level_name(f.level), f.rule->code,
        f.rule->name, csv_cell(at.file), at.line, at.column,
        csv_cell(subjects_of(f)), csv_cell(f.message), f.fingerprint,
        f.suppressed ? csv_cell(f.suppressed->by) : ""));
  }
}

}  // namespace modgraph
