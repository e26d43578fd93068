#include "importers/module_cache/module_facts.h"

#include <filesystem>

#include "engine/base/parallel.h"
#include "tests/support/go_module.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// A module cache with whatever a test puts into it; D is its folder.
class FactsFixture {
 public:
  FactsFixture& file(const std::string& name, const std::string& text = "") {
    folder.write(test::replaced(name, "DL/", "cache/download/"), text);
    return *this;
  }

  // "field=value" of what is known, without path and version.
  std::string known(ModuleToDescribe module) const {
    const auto facts = describe_modules({&module, 1}, options());
    const ModuleInfo& m = facts.front();
    std::string out = fields(m);
    if (m.main) out += " main";
    if (m.indirect) out += " indirect";
    if (m.replace)
      out += " => " + m.replace->path + "@" + m.replace->version + " (" +
             fields(*m.replace) + ")";
    return test::replaced(out, folder.path(), "D");
  }

  std::string known(const std::string& path, const std::string& version) const {
    ModuleToDescribe module;
    module.module = {path, version};
    return known(module);
  }

  FactsOptions options() const {
    FactsOptions out;
    out.module_cache = folder.path();
    out.proxies = {folder.path() + "/proxy"};
    out.sums = &sums;
    out.sums_required = readonly;
    out.versions_only = versions_only;
    return out;
  }

  test::TemporaryFolder folder;
  GoSums sums;
  bool readonly = false;
  bool versions_only = false;

 private:
  static std::string fields(const ModuleRecord& m) {
    std::string out = m.version;
    const auto add = [&](const char* name, const std::string& value) {
      if (!value.empty()) out += std::string(" ") + name + "=" + value;
    };
    add("time", m.time);
    add("dir", m.dir);
    add("mod", m.go_mod);
    add("go", m.go_version);
    add("sum", m.sum);
    add("modsum", m.go_mod_sum);
    add("error", m.error);
    return out;
  }
};

const std::string kInfo =
    "{\"Version\":\"v1.0.0\",\"Time\":\"2024-05-06T07:08:09Z\"}";

TEST_CASE("a version is described by its .info, or else has an error") {
  FactsFixture f;
  CHECK(f.known("a.b/c", "v1.0.0") ==
        "v1.0.0 error=module lookup disabled by GOPROXY=off");
  f.file("DL/a.b/c/@v/v1.0.0.info", kInfo);
  CHECK(f.known("a.b/c", "v1.0.0") == "v1.0.0 time=2024-05-06T07:08:09Z");
  f.file("DL/a.b/c/@v/v1.0.0.mod", "module a.b/c\n");
  CHECK(f.known("a.b/c", "v1.0.0") ==
        "v1.0.0 time=2024-05-06T07:08:09Z "
        "mod=D/cache/download/a.b/c/@v/v1.0.0.mod");
  f.versions_only = true;
  CHECK(f.known("a.b/c", "v1.0.0") == "v1.0.0 time=2024-05-06T07:08:09Z");
}

TEST_CASE("names are escaped, and wrong ones have an error") {
  FactsFixture f;
  f.file("DL/a.b/!c/@v/v1.0.0-!r!c.info", kInfo);
  CHECK(f.known("a.b/C", "v1.0.0-RC") == "v1.0.0 time=2024-05-06T07:08:09Z");
  CHECK(f.known("a b", "v1.0.0").starts_with("v1.0.0 error="));
  CHECK(f.known("a.b/c", "v1/../..").starts_with("v1/../.. error="));
}

TEST_CASE("what the cache lacks is looked for in the proxies") {
  FactsFixture f;
  f.file("proxy/a.b/c/@v/v1.0.0.info", kInfo);
  f.file("proxy/a.b/c/@v/v1.0.0.mod", "module a.b/c\n");
  // Nothing is downloaded: files of a proxy are not files of the cache.
  CHECK(f.known("a.b/c", "v1.0.0") == "v1.0.0 time=2024-05-06T07:08:09Z");
  f.file("DL/a.b/c/@v/v1.0.0.info", "nonsense");
  CHECK(f.known("a.b/c", "v1.0.0") == "v1.0.0 time=2024-05-06T07:08:09Z");
  f.file("DL/a.b/c/@v/v1.0.0.info", "{\"Version\":\"v1.0.0\"}");
  CHECK(f.known("a.b/c", "v1.0.0") == "v1.0.0 time=0001-01-01T00:00:00Z");
}

TEST_CASE("Dir is an extracted module that is complete") {
  FactsFixture f;
  f.file("DL/a.b/!c/@v/v1.0.0.info", "{\"Version\":\"v1.0.0\"}");
  const std::string time = "v1.0.0 time=0001-01-01T00:00:00Z";
  f.file("a.b/!c@v1.0.0/go.mod");
  CHECK(f.known("a.b/C", "v1.0.0") == time);  // its hash is not known
  f.file("DL/a.b/!c/@v/v1.0.0.ziphash");
  CHECK(f.known("a.b/C", "v1.0.0") == time + " dir=D/a.b/!c@v1.0.0");
  f.file("DL/a.b/!c/@v/v1.0.0.partial");  // extracting was interrupted
  CHECK(f.known("a.b/C", "v1.0.0") == time);
  // A file in its place is no folder.
  f.file("DL/a.b/d/@v/v1.0.0.info", "{\"Version\":\"v1.0.0\"}");
  f.file("DL/a.b/d/@v/v1.0.0.ziphash").file("a.b/d@v1.0.0");
  CHECK(f.known("a.b/d", "v1.0.0") == time);
}

TEST_CASE("readonly looks only at what go.sum has") {
  FactsFixture f;
  f.file("DL/a.b/c/@v/v1.0.0.info", "{\"Version\":\"v1.0.0\"}")
      .file("DL/a.b/c/@v/v1.0.0.mod")
      .file("DL/a.b/c/@v/v1.0.0.ziphash")
      .file("a.b/c@v1.0.0/go.mod");
  const std::string time = "v1.0.0 time=0001-01-01T00:00:00Z";
  const std::string dir = " dir=D/a.b/c@v1.0.0";
  const std::string mod = " mod=D/cache/download/a.b/c/@v/v1.0.0.mod";
  CHECK(f.known("a.b/c", "v1.0.0") == time + dir + mod);
  f.readonly = true;
  CHECK(f.known("a.b/c", "v1.0.0") == time);
  f.sums = GoSums({{"a.b/c", "v1.0.0/go.mod", "h1:m"}});
  CHECK(f.known("a.b/c", "v1.0.0") == time + mod + " modsum=h1:m");
  f.sums = GoSums({{"a.b/c", "v1.0.0", "h1:z"}});
  CHECK(f.known("a.b/c", "v1.0.0") == time + dir + " sum=h1:z");
  // A hash that nobody can check is as good as none, several are no answer.
  f.sums = GoSums({{"a.b/c", "v1.0.0", "h2:z"},
                   {"a.b/c", "v1.0.0/go.mod", "h1:m"},
                   {"a.b/c", "v1.0.0/go.mod", "h1:n"}});
  CHECK(f.known("a.b/c", "v1.0.0") == time + mod);
}

TEST_CASE("main modules and replaced ones") {
  FactsFixture f;
  ModuleToDescribe main;
  main.module.path = "m";
  main.folder = "/p";
  main.go_mod = "/p/go.mod";
  main.go_version = "1.22";
  CHECK(f.known(main) == " dir=/p mod=/p/go.mod go=1.22 main");

  f.file("DL/a.b/d/@v/v2.0.0.info", "{\"Version\":\"v2.0.0\"}");
  f.file("DL/a.b/d/@v/v2.0.0.mod");
  ModuleToDescribe by_module;
  by_module.module = {"a.b/c", "v1.0.0"};
  by_module.indirect = true;
  by_module.go_version = "1.20";
  by_module.replaced_by = ModuleVersion{"a.b/d", "v2.0.0"};
  // Time and sums are those of the replacement, and stay there.
  CHECK(f.known(by_module) ==
        "v1.0.0 mod=D/cache/download/a.b/d/@v/v2.0.0.mod go=1.20 indirect => "
        "a.b/d@v2.0.0 (v2.0.0 time=0001-01-01T00:00:00Z "
        "mod=D/cache/download/a.b/d/@v/v2.0.0.mod go=1.20)");

  ModuleToDescribe by_folder = by_module;
  by_folder.replaced_by = ModuleVersion{"../d", ""};
  by_folder.folder = "/d";
  CHECK(f.known(by_folder) ==
        "v1.0.0 dir=/d mod=/d/go.mod go=1.20 indirect => ../d@ ( dir=/d "
        "mod=/d/go.mod go=1.20)");

  // A version of a replaced module exists because a replace line says so.
  by_module.replaced_by = ModuleVersion{"a.b/e", "v0.0.0-20240506070809-abc"};
  by_module.replacement_is_replaced = true;
  CHECK(f.known(by_module) ==
        "v1.0.0 go=1.20 indirect => a.b/e@v0.0.0-20240506070809-abc "
        "(v0.0.0-20240506070809-abc time=2024-05-06T07:08:09Z go=1.20)");
}

TEST_CASE("many modules are described in order at any number of threads") {
  FactsFixture f;
  std::vector<ModuleToDescribe> modules(200);
  for (std::size_t i = 0; i < modules.size(); ++i) {
    modules[i].module = {"a.b/m" + std::to_string(i), "v1.0.0"};
    if (i % 3 != 0)
      f.file("DL/" + modules[i].module.path + "/@v/v1.0.0.info", kInfo);
  }
  const auto errors = [&](std::size_t threads) {
    const ThreadLimit limit(threads);
    std::string out;
    for (const ModuleInfo& m : describe_modules(modules, f.options()))
      out += m.path + (m.error.empty() ? " " : "! ");
    return out;
  };
  CHECK(errors(1).starts_with("a.b/m0! a.b/m1 a.b/m2 a.b/m3! "));
  CHECK(errors(8) == errors(1));
}

}  // namespace
}  // namespace modgraph
