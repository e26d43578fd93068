#include "engine/report/answers/cross_module_drift.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "engine/report/answers/leaves.h"

namespace modgraph {
namespace {

constexpr std::size_t kMaxDisagreements = 12;
// Of one module: more versions only repeat what is wrong.
constexpr std::size_t kMaxDisagreeing = 6;

constexpr FieldShape kMainsRequireFields[] = {
    field("version", FieldType::kVersion, "the version of a requirement"),
    list_of("required_by", FieldType::kModuleVersion,
            "the main modules that require it; ascending"),
};
constexpr RecordShape kMainsRequireShape{"mains_require", kMainsRequireFields};

constexpr FieldShape kMainsSelectFields[] = {
    field("version", FieldType::kVersion, "a selected version"),
    list_of("main_modules", FieldType::kModule,
            "the main modules with it in their build list; ascending"),
};
constexpr RecordShape kMainsSelectShape{"mains_select", kMainsSelectFields};

constexpr FieldShape kMainsReplaceFields[] = {
    optional_record("replaced_by", kReplacedByShape,
                    "what replaces the module; null: nothing does"),
    list_of("main_modules", FieldType::kModule,
            "the main modules where it is so; ascending"),
};
constexpr RecordShape kMainsReplaceShape{"mains_replace", kMainsReplaceFields};

constexpr FieldShape kCrossModuleDriftFields[] = {
    field("module", FieldType::kModule, "the module path"),
    field("direct", FieldType::kFlag,
          "some main module requires it without // indirect"),
    records("required", kMainsRequireShape,
            "the versions that main modules require, ascending; empty where "
            "they agree"),
    records("selected", kMainsSelectShape,
            "the versions that are selected for main modules, ascending; "
            "empty where they agree"),
    records("replaced", kMainsReplaceShape,
            "how main modules replace it; empty where they agree"),
};

// Only `// indirect` lines differ in the others.
bool matters(const CrossModuleRow& row) {
  return row.direct || !row.replaced.empty();
}

void put_main_modules(RecordWriter& out,
                      const std::vector<std::string>& names) {
  out.begin_list("main_modules");
  for (const std::string& name : names) out.module({}, name);
  out.end_list();
}

// Apart, each main module selects what it requires, mostly: one sentence.
void put_versions_of_mains(RecordWriter& out, const CrossModuleRow& row) {
  const bool is_same = !row.required.empty() && row.required == row.selected;
  out.list("required", {.max_shown = kMaxDisagreeing}, row.required,
           [&](const VersionOfMains& one) {
             out.say(is_same ? "{version} required and selected by "
                               "{required_by}"
                             : "{version} required by {required_by}");
             out.version("version", one.version);
             out.module_versions("required_by", one.mains);
           });
  out.list("selected", {.max_shown = kMaxDisagreeing}, row.selected,
           [&](const VersionOfMains& one) {
             if (!is_same) out.say("{version} selected for {main_modules}");
             out.version("version", one.version);
             put_main_modules(out, one.mains);
           });
}

void put_replacements_of_mains(RecordWriter& out, const CrossModuleRow& row) {
  out.list("replaced", {.max_shown = kMaxDisagreeing}, row.replaced,
           [&](const ReplacementOfMains& one) {
             out.say(one.by ? "replaced in {main_modules}"
                            : "not replaced in {main_modules}");
             if (one.by)
               out.record("replaced_by", [&] {
                 out.say(one.by->version.empty() ? "by {path}"
                                                 : "by {path} {version}");
                 out.text("path", one.by->path);
                 out.version("version", one.by->version);
               });
             else
               out.unknown("replaced_by");
             put_main_modules(out, one.mains);
           });
}

}  // namespace

constexpr RecordShape kCrossModuleDriftShape{"cross_module_drift",
                                             kCrossModuleDriftFields};

void put_cross_module_drift(RecordWriter& out, std::string_view key,
                            std::span<const CrossModuleRow> rows) {
  std::vector<const CrossModuleRow*> in_order;
  for (const CrossModuleRow& row : rows) in_order.push_back(&row);
  const auto others = std::stable_partition(
      in_order.begin(), in_order.end(),
      [](const CrossModuleRow* row) { return matters(*row); });
  const auto first = static_cast<std::size_t>(others - in_order.begin());
  out.list(key,
           {.title = "modules about which main modules disagree",
            .max_shown = first > 0 ? std::min(first, kMaxDisagreements)
                                   : kMaxDisagreements},
           in_order, [&](const CrossModuleRow* row) {
             out.say("{module}");
             out.module("module", row->module);
             out.flag("direct", row->direct);
             put_versions_of_mains(out, *row);
             put_replacements_of_mains(out, *row);
           });
}

}  // namespace modgraph
