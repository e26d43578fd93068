#include "exporters/vendor.h"

#include <fmt/core.h>

#include <algorithm>

#include "engine/base/counted.h"
#include "engine/base/printable.h"
#include "engine/findings/vendor_words.h"
#include "exporters/json_text.h"
#include "exporters/name_list.h"

namespace modgraph {
namespace {

constexpr std::size_t kMaxLines = 12;
constexpr std::size_t kMaxCandidates = 20;

void put_candidate(Sink& out, const VendorCandidateAnswer& c) {
  out.put(fmt::format("{} {}: {}\n", printable(c.path), printable(c.version),
                      counted(static_cast<std::size_t>(c.score), "point")));
  for (const VendorReasonAnswer& r : c.reasons)
    out.put(fmt::format("  {}  {}\n", r.points, printable(r.text)));
  out.put("  cost: ");
  out.put(c.bytes ? size_text(*c.bytes) : "size not known");
  if (c.exclusive && *c.exclusive > 1)
    out.put(fmt::format(", {} of its own would come with it",
                        counted(*c.exclusive - 1, "module")));
  if (c.dependents == 0)
    out.put("; only an unselected version requires it");
  else
    out.put(fmt::format("; {} {} it", counted(c.dependents, "module"),
                        c.dependents == 1 ? "requires" : "require"));
  if (c.direct) out.put(*c.direct ? ", direct" : ", indirect");
  out.put("\n");
}

void put_candidates(Sink& out, const VendorAnswer& answer, int min_points) {
  std::size_t shown = 0;
  std::size_t enough = 0;
  for (const VendorCandidateAnswer& c : answer.candidates) {
    if (c.score < min_points) break;
    if (++enough > kMaxCandidates) continue;
    put_candidate(out, c);
    ++shown;
  }
  const std::size_t hidden = answer.candidates.size() - enough;
  if (enough > shown)
    out.put(fmt::format("and {} more; --json has all\n",
                        counted(enough - shown, "module")));
  if (answer.candidates.empty())
    out.put("no module has a reason to be copied\n");
  if (hidden > 0)
    out.put(fmt::format("{}{} with fewer points; --min-points 1 shows all\n",
                        enough == 0 ? "" : "and ", counted(hidden, "module")));
}

template <class Items, class Put>
void put_some(Sink& out, const Items& items, Put put) {
  for (std::size_t i = 0; i < std::min(kMaxLines, items.size()); ++i)
    put(items[i]);
  if (items.size() > kMaxLines)
    out.put(fmt::format("  and {} more\n", items.size() - kMaxLines));
}

std::string module_text(const ModuleVersion& m) {
  return printable(m.version.empty() ? m.path : m.path + "@" + m.version);
}

void put_vendor(Sink& out, const VendorFolderAnswer& v) {
  const std::string file = printable(v.file);
  if (v.inconsistencies.empty())
    out.put(fmt::format("{} is consistent with go.mod: {} of {}\n", file,
                        counted(v.packages, "package"),
                        counted(v.modules, "module")));
  else
    out.put(fmt::format("{} is inconsistent\n", file));
  for (const VendorInconsistency& i : v.inconsistencies)
    out.put(fmt::format("  {}:{}: {}: {}\n", printable(i.where.file),
                        i.where.line, module_text(i.module),
                        printable(i.what)));
  if (!v.automatic)
    out.put(
        "builds do not use it of their own accord, only with -mod=vendor\n");
  if (!v.stale.empty())
    out.put(
        "vendored, but not at the version of the build (the go command "
        "does not look)\n");
  put_some(out, v.stale, [&](const StaleVendoredModule& m) {
    out.put(fmt::format("  {} {}, the build has {}\n", printable(m.path),
                        printable(m.vendored),
                        m.selected.empty() ? "none" : printable(m.selected)));
  });
  if (!v.without_packages.empty())
    out.put(fmt::format("{} required in go.mod, and nothing copied from {}\n",
                        counted(v.without_packages.size(), "module"),
                        v.without_packages.size() == 1 ? "it" : "them"));
  put_some(out, v.without_packages, [&](const std::string& name) {
    out.put("  ").put(printable(name)).put("\n");
  });
}

template <class T>
std::string json_or_null(const std::optional<T>& value) {
  return value ? fmt::format("{}", *value) : "null";
}

// `, "key": "text"`, without the comma for the first field.
void put_field(Sink& out, std::string_view key, std::string_view text) {
  put_json_string(out, key);
  out.put(": ");
  put_json_string(out, text);
}

void put_json_candidate(Sink& out, const VendorCandidateAnswer& c) {
  out.put("{");
  put_field(out, "module", c.path);
  out.put(", ");
  put_field(out, "version", c.version);
  out.put(
      fmt::format(", \"direct\": {}, \"score\": {}, \"dependents\": {}, "
                  "\"exclusive\": {}, \"bytes\": {}, \"reasons\": [",
                  json_or_null(c.direct), c.score, c.dependents,
                  json_or_null(c.exclusive), json_or_null(c.bytes)));
  Separator comma;
  for (const VendorReasonAnswer& r : c.reasons) {
    comma.put(out);
    out.put("{");
    put_field(out, "reason", r.name);
    out.put(fmt::format(", \"points\": {}, ", r.points));
    put_field(out, "detail", r.detail);
    out.put("}");
  }
  out.put("]}");
}

void put_json_inconsistencies(Sink& out, const VendorFolderAnswer& v) {
  Separator comma(",\n");
  for (const VendorInconsistency& i : v.inconsistencies) {
    comma.put(out);
    out.put("{");
    put_field(out, "module", i.module.path);
    out.put(", ");
    put_field(out, "version", i.module.version);
    out.put(", ");
    put_field(out, "message", i.what);
    out.put(", \"location\": {");
    put_field(out, "file", i.where.file);
    out.put(fmt::format(", \"line\": {}, \"column\": {}}}}}", i.where.line,
                        std::max(i.where.column, 1)));
  }
}

void put_json_vendor(Sink& out, const VendorFolderAnswer& v) {
  out.put("{");
  put_field(out, "file", v.file);
  out.put(fmt::format(
      ", \"consistent\": {}, \"automatic\": {}, \"modules\": "
      "{}, \"packages\": {}, \"inconsistencies\": [",
      v.inconsistencies.empty(), v.automatic, v.modules, v.packages));
  put_json_inconsistencies(out, v);
  out.put("],\n\"not_at_build_version\": [");
  Separator comma;
  for (const StaleVendoredModule& m : v.stale) {
    comma.put(out);
    out.put("{");
    put_field(out, "module", m.path);
    out.put(", ");
    put_field(out, "vendored", m.vendored);
    out.put(", \"selected\": ");
    if (m.selected.empty())
      out.put("null");
    else
      put_json_string(out, m.selected);
    out.put("}");
  }
  out.put("],\n\"without_packages\": ");
  put_json_strings(out, v.without_packages);
  out.put("}");
}

}  // namespace

void write_vendor_text(const VendorAnswer& answer, Sink& out,
                       const VendorTextOptions& options) {
  if (answer.vendor) put_vendor(out, *answer.vendor);
  put_candidates(out, answer, options.min_points);
  for (const std::string& what : answer.unknown)
    out.put("not known: ").put(what).put("\n");
}

void write_vendor_json(const VendorAnswer& answer, Sink& out) {
  out.put(
      fmt::format("{{\"schema_version\": 1, \"threshold\": {}, "
                  "\"candidates\": [",
                  answer.threshold));
  Separator comma(",\n");
  for (const VendorCandidateAnswer& c : answer.candidates) {
    comma.put(out);
    put_json_candidate(out, c);
  }
  out.put("],\n\"vendor\": ");
  if (answer.vendor)
    put_json_vendor(out, *answer.vendor);
  else
    out.put("null");
  out.put(",\n\"unknown\": [");
  Separator next;
  for (const std::string& what : answer.unknown) {
    next.put(out);
    put_json_string(out, what);
  }
  out.put("]}\n");
}

}  // namespace modgraph
