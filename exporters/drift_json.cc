#include <fmt/core.h>

#include <string_view>
#include <vector>

#include "exporters/drift.h"
#include "exporters/json_text.h"
#include "exporters/main_drift.h"
#include "exporters/name_list.h"

namespace modgraph {
namespace {

void put_text(Sink& out, std::string_view key, std::string_view text) {
  out.put(key);
  put_json_string(out, text);
}

void put_names(Sink& out, std::string_view key,
               std::span<const std::string> names) {
  out.put(key);
  put_json_strings(out, names);
}

template <class Row>
void put_rows(Sink& out, std::string_view key, const std::vector<Row>& rows,
              void (*put)(Sink&, const Row&)) {
  out.put(fmt::format(",\n\"{}\": [", key));
  Separator comma(",");
  for (const Row& row : rows) {
    comma.put(out);
    out.put("\n  {");
    put(out, row);
    out.put("}");
  }
  out.put(rows.empty() ? "]" : "\n]");
}

void put_raised(Sink& out, const RaisedRow& row) {
  put_text(out, "\"module\": ", row.module);
  put_text(out, ", \"asked\": ", row.asked);
  put_text(out, ", \"selected\": ", row.selected);
  put_text(out, ", \"location\": {\"file\": ", row.file);
  out.put(fmt::format(", \"line\": {}}}", row.line));
  put_names(out, ", \"decided_by\": ", row.selected_by);
}

void put_drift(Sink& out, const DriftRow& row) {
  put_text(out, "\"module\": ", row.module);
  put_text(out, ", \"selected\": ", row.selected);
  out.put(row.direct ? ", \"direct\": true" : ", \"direct\": false");
  put_text(out,
           ", \"distance\": ", distance_name(row.required.front().distance));
  out.put(", \"requested\": [");
  Separator comma;
  for (const RequestRow& r : row.required) {
    comma.put(out);
    put_text(out, "{\"version\": ", r.version);
    put_text(out, ", \"distance\": ", distance_name(r.distance));
    put_names(out, ", \"by\": ", r.by);
    out.put("}");
  }
  out.put("]");
  put_names(out, ", \"decided_by\": ", row.selected_by);
  put_text(out, ", \"runner_up\": ", row.runner_up);
}

void put_majors(Sink& out, const MajorsRow& row) {
  put_names(out, "\"modules\": ", row.modules);
  out.put(fmt::format(", \"same_major_twice\": {}", row.same_major_twice));
}

void put_early(Sink& out, const EarlyRow& row) {
  put_text(out, "\"module\": ", row.module);
  put_text(out, ", \"selected\": ", row.selected);
  put_text(out, ", \"release\": ", row.release);
  put_names(out, ", \"decided_by\": ", row.selected_by);
}

void put_go_line(Sink& out, const DriftAnswer& answer) {
  out.put(",\n\"go_line\": ");
  if (!answer.go_line) {
    out.put("null");
    return;
  }
  out.put("{\"own\": ");
  if (answer.go_line->own.empty())
    out.put("null");
  else
    put_json_string(out, answer.go_line->own);
  put_text(out, ", \"forced\": ", answer.go_line->forced);
  out.put(answer.go_line->raised ? ", \"raised\": true"
                                 : ", \"raised\": false");
  put_names(out, ", \"by\": ", answer.go_line->by);
  out.put("}");
}

void put_retracted(Sink& out, const UpdateRow& row) {
  put_text(out, "\"module\": ", row.module);
  put_text(out, ", \"version\": ", row.version);
  put_text(out, ", \"because\": ", row.says);
}

void put_outdated(Sink& out, const UpdateRow& row) {
  put_text(out, "\"module\": ", row.module);
  put_text(out, ", \"version\": ", row.version);
  put_text(out, ", \"newest\": ", row.says);
}

}  // namespace

void write_drift_json(const DriftAnswer& answer, Sink& out) {
  out.put("{\n\"schema_version\": 1");
  put_rows(out, "raised", answer.raised, put_raised);
  put_rows(out, "drift", answer.drift, put_drift);
  put_rows(out, "split_majors", answer.majors, put_majors);
  put_rows(out, "prereleases", answer.early, put_early);
  put_go_line(out, answer);
  out.put(",\n\"main_modules\": ");
  put_main_drift_json(answer.mains, out);
  if (answer.has_list) {
    put_rows(out, "retracted", answer.retracted, put_retracted);
    put_rows(out, "deprecated", answer.deprecated, put_retracted);
    put_rows(out, "outdated", answer.outdated, put_outdated);
  } else {
    out.put(
        ",\n\"retracted\": null,\n\"deprecated\": null,\n"
        "\"outdated\": null");
  }
  out.put("\n}\n");
}

}  // namespace modgraph
