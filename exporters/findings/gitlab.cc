#include "exporters/findings/gitlab.h"

#include <string>
#include <string_view>

#include "engine/base/printable.h"
#include "exporters/findings/finding_lines.h"
#include "exporters/text/escape.h"

namespace modgraph {
namespace {

// Its words for how bad something is: info, minor, major, critical, blocker.
std::string_view severity_of(Level level) {
  switch (level) {
    case Level::kError:
      return "critical";
    case Level::kWarning:
      return "major";
    case Level::kOff:
    case Level::kNote:
      return "info";
  }
  return "info";
}

}  // namespace

void write_gitlab(const Report& report, Level show, Sink& out) {
  bool first = true;
  out.put("[");
  for (const Finding& f : report.findings) {
    if (f.suppressed || f.level < show) continue;
    if (out.failed()) return;
    const FindingPlace at = place_of(report, f);
    out.put(first ? "\n" : ",\n").put("{\"description\": ");
    first = false;
    put_json_string(out, printable(f.message));
    out.put(", \"check_name\": ");
    put_json_string(
        out, std::string(f.rule->code) + " " + std::string(f.rule->name));
    out.put(", \"fingerprint\": ");
    put_json_string(out, f.fingerprint);
    out.put(", \"severity\": ");
    put_json_string(out, severity_of(f.level));
    out.put(", \"location\": {\"path\": ");
    put_json_string(out, at.file);
    out.put(", \"lines\": {\"begin\": ");
    out.put_number(static_cast<std::uint64_t>(at.line));
    out.put("}}}");
  }
  out.put("\n]\n");
}

}  // namespace modgraph
