// The order of the fields is that of the go command's ModulePublic.
// Tested by tests/exporters/go_output/go_list_json_test.cc.

#include "exporters/go_output/go_list_json.h"

#include "exporters/go_output/go_json.h"

namespace modgraph {
namespace {

void write_texts(GoJsonWriter& json, std::string_view key,
                 const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  json.key(key);
  json.open('[');
  for (const std::string& text : texts) {
    json.element();
    json.value(text);
  }
  json.close(']');
}

void write_flag(GoJsonWriter& json, std::string_view key, bool value) {
  if (!value) return;
  json.key(key);
  json.literal("true");
}

void write_origin(GoJsonWriter& json, const ModuleOrigin& origin) {
  json.key("Origin");
  json.open('{');
  json.field_unless_empty("VCS", origin.vcs);
  json.field_unless_empty("URL", origin.url);
  json.field_unless_empty("Subdir", origin.subdir);
  json.field_unless_empty("Hash", origin.hash);
  json.field_unless_empty("TagPrefix", origin.tag_prefix);
  json.field_unless_empty("TagSum", origin.tag_sum);
  json.field_unless_empty("Ref", origin.ref);
  json.field_unless_empty("RepoSum", origin.repo_sum);
  json.close('}');
}

// The fields before Replace, between Replace and Update, and after those.
void write_first(GoJsonWriter& json, const ModuleRecord& m) {
  json.field_unless_empty("Path", m.path);
  json.field_unless_empty("Version", m.version);
  json.field_unless_empty("Query", m.query);
  write_texts(json, "Versions", m.versions);
}

void write_last(GoJsonWriter& json, const ModuleRecord& m) {
  write_flag(json, "Main", m.main);
  write_flag(json, "Indirect", m.indirect);
  json.field_unless_empty("Dir", m.dir);
  json.field_unless_empty("GoMod", m.go_mod);
  json.field_unless_empty("GoVersion", m.go_version);
  write_texts(json, "Retracted", m.retracted);
  json.field_unless_empty("Deprecated", m.deprecated);
  if (!m.error.empty()) {
    json.key("Error");
    json.open('{');
    json.field("Err", m.error);
    json.close('}');
  }
  json.field_unless_empty("Sum", m.sum);
  json.field_unless_empty("GoModSum", m.go_mod_sum);
  if (m.origin) write_origin(json, *m.origin);
  write_flag(json, "Reuse", m.reuse);
}

void write_inner(GoJsonWriter& json, std::string_view key,
                 const ModuleRecord& m) {
  json.key(key);
  json.open('{');
  write_first(json, m);
  json.field_unless_empty("Time", m.time);
  write_last(json, m);
  json.close('}');
}

}  // namespace

void write_go_list_json(std::span<const ModuleInfo> modules, Sink& out) {
  for (const ModuleInfo& m : modules) {
    GoJsonWriter json;
    json.open('{');
    write_first(json, m);
    if (m.replace) write_inner(json, "Replace", *m.replace);
    json.field_unless_empty("Time", m.time);
    if (m.update) write_inner(json, "Update", *m.update);
    write_last(json, m);
    json.close('}');
    out.put(std::move(json).finish());
  }
}

}  // namespace modgraph
