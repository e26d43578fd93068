#include "engine/analysis/versions/cross_module_drift.h"

#include <list>
#include <sstream>

#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// Builds in words. A go.mod as in test::manifest(), in the folder named like
// its main module, with replace lines behind '/': "A: B1 / B=>C2 D1=>../d".
class Repository {
 public:
  /// One build: its graph, and its go.mod files.
  Repository& build(std::string_view graph,
                    std::initializer_list<std::string_view> mods,
                    std::string_view work = "") {
    Project& project = projects_.emplace_back();
    project.graph = test::module_graph(graph);
    for (std::string_view mod : mods)
      project.manifests.push_back(manifest(std::string(mod)));
    if (!work.empty()) {
      project.work = manifest("W: / " + std::string(work));
      project.work->kind = ManifestKind::kGoWork;
      project.work->file = "go.work";
    }
    return *this;
  }

  /// "C asked v1.0.0:A v2.0.0:B, selected ..., replaced ..."; '*' where no main
  /// module requires it directly.
  std::string drift() const {
    std::vector<const Project*> builds;
    for (const Project& project : projects_) builds.push_back(&project);
    std::string out;
    for (const CrossModuleDrift& d : cross_module_drift(builds)) {
      out += (out.empty() ? "" : " | ") + d.path + (d.direct ? "" : "*");
      if (!d.required.empty()) out += " asked";
      for (const RequiredByMains& row : d.required) {
        out += " " + row.version + ":";
        for (const RequiringLine& line : row.by) out += name(line.main);
      }
      if (!d.selected.empty()) out += " selected";
      for (const BuiltByMains& row : d.selected) {
        out += " " + row.version + ":";
        for (std::size_t b : row.builds) out += name({b, 0});
      }
      if (!d.replaced.empty()) out += " replaced";
      for (const ReplacedByMains& row : d.replaced) {
        out += " " + (row.by.path.empty() ? "-" : row.by.path + row.by.version);
        out += ":";
        for (const MainPlace& place : row.mains) out += name(place);
      }
    }
    return out;
  }

 private:
  static Manifest manifest(const std::string& text) {
    const std::size_t slash = text.find(" / ");
    Manifest out = test::manifest(text.substr(0, slash));
    out.file = out.module->path + "/go.mod";
    if (slash == std::string::npos) return out;
    std::istringstream words(text.substr(slash + 3));
    for (std::string word; words >> word;) {
      const std::size_t arrow = word.find("=>");
      const std::string by = word.substr(arrow + 2);
      out.replace.push_back({test::module_version(word.substr(0, arrow)),
                             by.starts_with('.') ? ModuleVersion{by, ""}
                                                 : test::module_version(by),
                             {}});
    }
    return out;
  }

  std::string name(const MainPlace& place) const {
    const auto at =
        std::next(projects_.begin(), static_cast<std::ptrdiff_t>(place.build));
    return at->manifests[place.manifest].module->path;
  }

  std::list<Project> projects_;
};

std::string workspace(std::string_view graph,
                      std::initializer_list<std::string_view> mods,
                      std::string_view work = "") {
  return Repository().build(graph, mods, work).drift();
}

TEST_CASE("members of a workspace ask for different versions") {
  CHECK(workspace("A: C1 | B: C2", {"A: C1", "B: C2"}) ==
        "C asked v1.0.0:A v2.0.0:B");
  CHECK(workspace("A: C1 | B: C1", {"A: C1", "B: C1"}).empty());
  CHECK(workspace("A: C1 C2", {"A: C1 C2"}).empty());
}

TEST_CASE("versions ascend, main modules keep their order") {
  CHECK(workspace("M: C10 | B: C9 | A: C10", {"M: C10", "B: C9", "A: C10"}) ==
        "C asked v9.0.0:B v10.0.0:MA");
}

TEST_CASE("of several lines of one go.mod the highest asks") {
  CHECK(workspace("A: C1 C2 | B: C2", {"A: C1 C2", "B: C2"}).empty());
}

TEST_CASE("lines that are all indirect are told apart") {
  CHECK(
      workspace("A: C1 | B: C2", {"A: | indirect: C1", "B: | indirect: C2"}) ==
      "C* asked v1.0.0:A v2.0.0:B");
  CHECK(workspace("A: C1 | B: C2", {"A: C1", "B: | indirect: C2"}) ==
        "C asked v1.0.0:A v2.0.0:B");
}

TEST_CASE("excluded versions and queries ask for nothing") {
  CHECK(
      workspace("A: C2 | B: C2", {"A: C1 C2", "B: C2 | exclude: C1"}).empty());
  CHECK(workspace("A: C1 | B: C1", {"A: C@master", "B: C1"}).empty());
}

TEST_CASE("what a member or a replacement takes the place of is not built") {
  CHECK(
      workspace("A: B1 | B: D1 | M: B2", {"A: B1", "B: D1", "M: B2"}).empty());
  CHECK(workspace("A: C1 | B: C2", {"A: C1", "B: C2"}, "C=>./c").empty());
}

TEST_CASE("folders of one repository are built with different versions") {
  Repository folders;
  folders.build("A: C1 | C1: D1", {"A: C1"});
  folders.build("B: C1 D2 | C1: D1", {"B: C1 | indirect: D2"});
  CHECK(folders.drift() == "D* selected v1.0.0:A v2.0.0:B");
}

TEST_CASE("folders that agree, or share nothing") {
  CHECK(Repository()
            .build("A: C1", {"A: C1"})
            .build("B: C1", {"B: C1"})
            .drift()
            .empty());
  CHECK(Repository()
            .build("A: C1", {"A: C1"})
            .build("B: D1", {"B: D1"})
            .drift()
            .empty());
}

TEST_CASE("a module that only one folder replaces") {
  CHECK(Repository()
            .build("A: C1", {"A: C1 / C=>F1"})
            .build("B: C2", {"B: C2"})
            .drift() == "C replaced -:B Fv1.0.0:A");
  CHECK(Repository()
            .build("A: C1", {"A: C1 / C=>F1"})
            .build("B: D2", {"B: D2"})
            .drift()
            .empty());
  // Of a version that is not selected: it has no effect.
  CHECK(Repository()
            .build("A: C1", {"A: C1 / C3=>F1"})
            .build("B: C1", {"B: C1"})
            .drift()
            .empty());
}

TEST_CASE("folders are compared by where they lead") {
  CHECK(Repository()
            .build("A: C1", {"A: C1 / C=>../c"})
            .build("B: C2", {"B: C2 / C=>../A/../c/"})
            .drift()
            .empty());
  CHECK(Repository()
            .build("A: C1", {"A: C1 / C=>./c"})
            .build("B: C2", {"B: C2 / C=>./c"})
            .drift() == "C replaced A/c:A B/c:B");
}

TEST_CASE("members of a workspace replace differently") {
  CHECK(workspace("A: C1 | B: C1", {"A: C1 / C=>F1", "B: C1"}) ==
        "C replaced -:B Fv1.0.0:A");
  CHECK(workspace("A: C1 | B: D1", {"A: C1 / C=>F1", "B: D1"}).empty());
  CHECK(
      workspace("A: C1 | B: C1", {"A: C1 / C=>F1", "B: C1"}, "C=>F1").empty());
}

TEST_CASE("one main module has nobody to disagree with") {
  CHECK(workspace("A: C1 | C1: D1", {"A: C1 / C=>F1"}).empty());
}

}  // namespace
}  // namespace modgraph
