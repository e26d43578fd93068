#include "exporters/findings/baseline.h"

#include <fmt/core.h>

#include <string_view>

#include "engine/findings/fingerprint.h"
#include "exporters/text/escape.h"

namespace modgraph {
namespace {

void put_field(std::string_view name, std::string_view value, Sink& out) {
  out.put(fmt::format(", \"{}\": ", name));
  put_json_string(out, value);
}

}  // namespace

void write_baseline(const Baseline& baseline, Sink& out) {
  out.put("{\n  \"version\": 1,\n  \"findings\": [");
  bool is_first = true;
  for (const BaselineEntry& entry : baseline.entries) {
    out.put(is_first ? "\n    {\"rule\": " : ",\n    {\"rule\": ");
    is_first = false;
    put_json_string(out, entry.finding.rule);
    put_field("main", entry.finding.main, out);
    put_field("subject", entry.finding.subject, out);
    put_field("fingerprint", fingerprint(entry.finding), out);
    if (entry.count != 1) out.put(fmt::format(", \"count\": {}", entry.count));
    if (!entry.reason.empty()) put_field("reason", entry.reason, out);
    out.put("}");
  }
  out.put(is_first ? "]\n}\n" : "\n  ]\n}\n");
}

}  // namespace modgraph
