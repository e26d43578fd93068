#include "importers/module_cache/module_cache.h"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "engine/base/parallel.h"
#include "engine/resolve/read_ahead.h"
#include "importers/module_cache/go_sum.h"
#include "tests/support/environment.h"
#include "tests/support/go_module.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

namespace fs = std::filesystem;

// "path go: requirement..." or the kind and the reason of the fault.
std::string said(const SourceAnswer& answer) {
  if (!answer.summary) {
    const SourceFault& fault = answer.summary.error();
    const bool missing = fault.kind == SourceFault::Kind::kMissing;
    return (missing ? "missing: " : "damaged: ") + fault.reason;
  }
  std::string out(answer.summary->path);
  out.append(" ").append(answer.summary->go_version).append(":");
  for (const ModuleSummary::Requirement& r : answer.summary->require)
    out.append(" ").append(r.path).append("@").append(r.version);
  return out;
}

// A module cache, a proxy's tree behind it, and a project.
class Fixture {
 public:
  // "path@v1.0.0" as it is escaped: example.com/!upper/@v/v1.0.0.mod
  std::string cached(const std::string& name, const std::string& text) {
    return folder.write("cache/" + name, text);
  }

  std::string read(const std::string& path, const std::string& version) {
    ModuleCache cache(options());
    const ModuleVersion module{path, version};
    return said(cache.read(module, {}));
  }

  // The answer for a folder that replaces something.
  std::string read_folder(const std::string& name) {
    return read(folder.path() + "/" + name, "");
  }

  ModuleCacheOptions options() const {
    ModuleCacheOptions out;
    out.roots = {folder.path() + "/cache", folder.path() + "/nowhere",
                 folder.path() + "/proxy"};
    out.confine = confine;
    out.shown_from = folder.path();
    return out;
  }

  std::string without_folder(const std::string& text) const {
    return test::replaced(text, folder.path(), "D");
  }

  test::TemporaryFolder folder;
  std::string confine;
};

TEST_CASE("names in the module cache are escaped") {
  Fixture f;
  f.cached("example.com/!upper/!u!r!l/@v/v1.0.0-!r!c1.mod",
           "module example.com/Upper/URL\ngo 1.20\nrequire a.b/c v1.2.3\n");
  CHECK(f.read("example.com/Upper/URL", "v1.0.0-RC1") ==
        "example.com/Upper/URL 1.20: a.b/c@v1.2.3");
  CHECK(f.read("example.com/upper/URL", "v1.0.0-RC1").starts_with("missing"));
  // Names that could lead out of the cache are no module paths.
  CHECK(f.read("../../etc", "v1.0.0") ==
        "damaged: invalid path element \"..\"");
  CHECK(f.read("a.b/../c", "v1.0.0").starts_with("damaged: "));
  CHECK(f.read("a.b/c", "v1.0.0/../x").starts_with("damaged: "));
}

TEST_CASE("proxies are tried in their order behind the cache") {
  Fixture f;
  f.folder.write("proxy/a.b/c/@v/v1.0.0.mod", "module from.proxy/c\n");
  CHECK(f.read("a.b/c", "v1.0.0") == "from.proxy/c :");
  f.cached("a.b/c/@v/v1.0.0.mod", "module from.cache/c\n");
  CHECK(f.read("a.b/c", "v1.0.0") == "from.cache/c :");
  // Old versions of Go left something else under this name.
  f.cached("a.b/c/@v/v1.0.0.mod", "//vgo 0.0.4\n\nmodule a.b/c\n");
  CHECK(f.read("a.b/c", "v1.0.0") == "from.proxy/c :");
  f.cached("a.b/old/@v/v1.0.0.mod", "//vgo 0.0.");
  CHECK(f.read("a.b/old", "v1.0.0").starts_with("missing"));
}

TEST_CASE("a link to a go.mod is followed, anything else is refused") {
  Fixture f;
  const std::string versions = f.folder.file("cache/a.b/c/@v/list");
  const std::string base = fs::path(versions).parent_path().string();
  const auto reading = [&](const char* version) {
    alarm(10);  // ends the program if a read waits
    std::string out = f.without_folder(f.read("a.b/c", version));
    alarm(0);
    return out;
  };
  f.folder.write("elsewhere.mod", "module a.b/c\n");
  fs::create_symlink(f.folder.path() + "/elsewhere.mod", base + "/v1.0.1.mod");
  CHECK(reading("v1.0.1") == "a.b/c :");
  REQUIRE(mkfifo((base + "/v1.0.2.mod").c_str(), 0600) == 0);
  CHECK(reading("v1.0.2") ==
        "damaged: open D/cache/a.b/c/@v/v1.0.2.mod: not a regular file");
  fs::create_symlink("/dev/zero", base + "/v1.0.3.mod");
  CHECK(reading("v1.0.3").ends_with("v1.0.3.mod: not a regular file"));
  fs::create_symlink("/dev/full", base + "/v1.0.4.mod");
  CHECK(reading("v1.0.4").ends_with("v1.0.4.mod: not a regular file"));
  fs::create_directory(base + "/v1.0.5.mod");
  CHECK(reading("v1.0.5").ends_with("v1.0.5.mod: is a directory"));
  fs::create_symlink("v1.0.6.mod", base + "/v1.0.6.mod");
  CHECK(reading("v1.0.6").ends_with(": too many levels of symbolic links"));
  fs::create_symlink("nowhere", base + "/v1.0.7.mod");
  CHECK(reading("v1.0.7").starts_with("missing: "));
  // What cannot be read in the cache may be had from a proxy.
  f.folder.write("proxy/a.b/c/@v/v1.0.2.mod", "module from.proxy/c\n");
  CHECK(reading("v1.0.2") == "from.proxy/c :");
}

TEST_CASE("a go.mod has at most 16 MiB") {
  Fixture f;
  std::string text = "module a.b/c\n";
  text.resize(16 << 20, '\n');
  f.cached("a.b/c/@v/v1.0.0.mod", text);
  CHECK(f.read("a.b/c", "v1.0.0") == "a.b/c :");
  f.cached("a.b/c/@v/v1.0.0.mod", text + "\n");
  CHECK(f.read("a.b/c", "v1.0.0").ends_with(": file is too large"));
}

TEST_CASE("a damaged go.mod names all of its lines") {
  Fixture f;
  f.cached("a.b/c/@v/v1.0.0.mod",
           "module a.b/c\nrequire x.y/z\nrequire x.y/z master\n");
  const std::string fault = f.read("a.b/c", "v1.0.0");
  CHECK(fault ==
        "damaged: parsing go.mod: go.mod:2: require takes a module path and a "
        "version: require module/path v1.2.3\n\tgo.mod:3: require 'x.y/z': "
        "version "
        "'master' does not have the form v1.2.3");
}

TEST_CASE("answers carry the sum of the file") {
  Fixture f;
  f.cached("a.b/c/@v/v1.0.0.mod", "module a.b/c\n");
  f.cached("a.b/d/@v/v1.0.0.mod", "module (\n");
  const ModuleVersion wave[] = {
      {"a.b/c", "v1.0.0"}, {"a.b/d", "v1.0.0"}, {"a.b/e", "v1.0.0"}};
  const auto sums = [&](const ModuleCacheOptions& options) {
    std::vector<std::string> out;
    ModuleCache cache(options);
    for (const ModuleVersion& m : wave) out.push_back(cache.read(m, {}).sum);
    return out;
  };
  CHECK(sums(f.options()) == std::vector{go_mod_sum("module a.b/c\n"),
                                         go_mod_sum("module (\n"),
                                         std::string()});
  ModuleCacheOptions without = f.options();
  without.with_sums = false;
  CHECK(sums(without) == std::vector<std::string>(3));
}

TEST_CASE("the go.mod of a folder that replaces a module") {
  Fixture f;
  f.folder.write("near/go.mod", "module any.name/x\ngo 1.22\n");
  CHECK(f.read_folder("near") == "any.name/x 1.22:");
  f.folder.write("bad/go.mod", "nonsense (\n");
  CHECK(f.read_folder("bad").starts_with("damaged: parsing bad/go.mod: "));
  CHECK(f.without_folder(f.read_folder("none")) ==
        "damaged: reading none/go.mod: open D/none/go.mod: no such file or "
        "directory");
}

TEST_CASE("folders may be confined") {
  Fixture f;
  f.folder.write("p/a/go.mod", "module a\n");
  f.folder.write("pa/go.mod", "module pa\n");
  f.confine = f.folder.path() + "/p";
  CHECK(f.read_folder("p/a") == "a :");
  CHECK(f.without_folder(f.read_folder("pa")) ==
        "damaged: pa/go.mod is outside of D/p");
  CHECK(f.read_folder("p/../pa").starts_with("damaged: "));
  // Links do not lead out of it, whether the folder is one or the file.
  fs::create_symlink("../pa", f.folder.path() + "/p/link");
  CHECK(f.read_folder("p/link").starts_with("damaged: "));
  fs::create_symlink("../../pa/go.mod", f.folder.file("p/b/go.mod"));
  CHECK(f.read_folder("p/b").starts_with("damaged: "));
  fs::create_symlink("a", f.folder.path() + "/p/inner");
  CHECK(f.read_folder("p/inner") == "a :");
  // A cache elsewhere is not a folder that go.mod files can choose.
  f.cached("a.b/c/@v/v1.0.0.mod", "module a.b/c\n");
  CHECK(f.read("a.b/c", "v1.0.0") == "a.b/c :");
}

TEST_CASE("answers are the same at any number of threads") {
  Fixture f;
  std::vector<ModuleVersion> wave;
  for (int i = 0; i < 500; ++i) {
    const std::string path = "a.b/m" + std::to_string(i);
    if (i % 5 != 0)
      f.cached(path + "/@v/v1.0.0.mod",
               i % 7 == 0 ? "module (" : "module " + path + "\n");
    wave.push_back({i % 11 == 0 ? "A B" : path, "v1.0.0"});
  }
  const auto answers = [&](std::size_t threads) {
    const ThreadLimit limit(threads);
    ModuleCache cache(f.options());
    std::vector<std::string> out;
    ReadAhead ahead(cache);
    ahead.begin();
    for (const ModuleVersion& m : wave) ahead.ask(m);
    while (out.size() < wave.size()) out.push_back(said(ahead.take()));
    return out;
  };
  const auto alone = answers(1);
  CHECK(alone[1] == "a.b/m1 :");
  CHECK(alone[5].starts_with("missing"));
  CHECK(alone[7].starts_with("damaged: parsing"));
  CHECK(alone[11].starts_with("damaged: "));
  CHECK(alone[499] == "a.b/m499 :");
  for (int i = 0; i < 5; ++i) CHECK(answers(8) == alone);
}

}  // namespace
}  // namespace modgraph
