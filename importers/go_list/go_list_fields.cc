#include "importers/go_list/go_list_fields.h"

#include <algorithm>
#include <array>

namespace modgraph {
namespace {

using Record = ModuleRecord;
using Kind = GoListKind;

constexpr GoListField text(std::string_view name, std::string Record::*member) {
  return {name, Kind::kText, member, nullptr, nullptr};
}
constexpr GoListField flag(std::string_view name, bool Record::*member) {
  return {name, Kind::kFlag, nullptr, member, nullptr};
}
constexpr GoListField texts(std::string_view name,
                            std::vector<std::string> Record::*member) {
  return {name, Kind::kTexts, nullptr, nullptr, member};
}

// In the order in which the go command prints them.
constexpr std::array kFields = {
    text("Path", &Record::path),
    text("Version", &Record::version),
    text("Query", &Record::query),
    texts("Versions", &Record::versions),
    GoListField{"Replace", Kind::kReplace},
    GoListField{"Time", Kind::kTime, &Record::time},
    GoListField{"Update", Kind::kUpdate},
    flag("Main", &Record::main),
    flag("Indirect", &Record::indirect),
    text("Dir", &Record::dir),
    text("GoMod", &Record::go_mod),
    text("GoVersion", &Record::go_version),
    texts("Retracted", &Record::retracted),
    text("Deprecated", &Record::deprecated),
    GoListField{"Error", Kind::kError},
    text("Sum", &Record::sum),
    text("GoModSum", &Record::go_mod_sum),
    GoListField{"Origin", Kind::kOrigin},
    flag("Reuse", &Record::reuse),
};

constexpr GoListField kUnknown{};

constexpr std::array kOriginFields = {
    GoListOriginField{"VCS", &ModuleOrigin::vcs},
    GoListOriginField{"URL", &ModuleOrigin::url},
    GoListOriginField{"Subdir", &ModuleOrigin::subdir},
    GoListOriginField{"Hash", &ModuleOrigin::hash},
    GoListOriginField{"TagPrefix", &ModuleOrigin::tag_prefix},
    GoListOriginField{"TagSum", &ModuleOrigin::tag_sum},
    GoListOriginField{"Ref", &ModuleOrigin::ref},
    GoListOriginField{"RepoSum", &ModuleOrigin::repo_sum},
};

constexpr std::string_view kRunList = "run `go list -m -json all`";

constexpr std::array kForeignFields = {
    ForeignField{"ImportPath", "describes a package, not a module", kRunList},
    ForeignField{"Zip", "was printed by `go mod download -json`", kRunList},
    ForeignField{"Info", "was printed by `go mod download -json`", kRunList},
    ForeignField{"Require", "was printed by `go mod edit -json`",
                 "run `go list -m -json all`, or name the go.mod file itself "
                 "with --mod"},
    ForeignField{"Use", "was printed by `go work edit -json`", kRunList},
};

bool same_but_for_capitals(std::string_view a, std::string_view b) {
  const auto lower = [](char c) {
    return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return lower(x) == lower(y); });
}

// The row of a table with that name; else the end.
template <class Table>
auto find_row(const Table& table, std::string_view name) {
  return std::find_if(table.begin(), table.end(), [&](const auto& row) {
    return same_but_for_capitals(row.name, name);
  });
}

}  // namespace

const GoListField& go_list_field(std::string_view name,
                                 const GoListField* previous) {
  if (previous != nullptr && previous->kind != Kind::kIgnored)
    for (auto row = kFields.begin() + (previous - kFields.data()) + 1;
         row != kFields.end(); ++row)
      if (row->name == name) return *row;
  const auto row = find_row(kFields, name);
  return row == kFields.end() ? kUnknown : *row;
}

const GoListOriginField* find_go_list_origin_field(std::string_view name) {
  const auto row = find_row(kOriginFields, name);
  return row == kOriginFields.end() ? nullptr : row;
}

bool is_go_list_error_text(std::string_view name) {
  return same_but_for_capitals(name, "Err");
}

const ForeignField* find_foreign_field(std::string_view name) {
  const auto row =
      std::find_if(kForeignFields.begin(), kForeignFields.end(),
                   [&](const ForeignField& f) { return f.name == name; });
  return row == kForeignFields.end() ? nullptr : row;
}

}  // namespace modgraph
