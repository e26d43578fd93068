#include "importers/module_folder/vendor_modules.h"

#include "tests/support/environment.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

std::string named(const ModuleVersion& m) {
  return m.version.empty() ? m.path : m.path + "@" + m.version;
}

// "a@v1.0.0 explicit go=1.20 => ./a [a a/p] | ...", then the suppliers and the
// replaced ones behind ";".
std::string read_vendored(std::string_view text) {
  const VendoredModules all = parse_vendor_modules(text);
  std::string out = all.for_workspace ? "workspace: " : "";
  for (const VendoredModule& m : all.modules) {
    if (&m != all.modules.data()) out += " | ";
    out += named(m.module);
    if (m.is_explicit) out += " explicit";
    if (!m.go_version.empty()) out += " go=" + m.go_version;
    if (m.replacement) out += " => " + named(*m.replacement);
    if (m.packages.empty()) continue;
    std::string packages;
    for (const std::string& p : m.packages)
      packages += (packages.empty() ? "" : " ") + p;
    out += " [" + packages + "]";
  }
  const auto list = [&](const char* name, const std::vector<std::size_t>& is) {
    if (is.empty()) return;
    out += std::string("; ") + name;
    for (const std::size_t i : is) out += " " + named(all.modules[i].module);
  };
  list("build", all.suppliers);
  list("replaced", all.replaced);
  return out;
}

TEST_CASE("modules with their packages") {
  CHECK(read_vendored("# a.b/c v1.0.0\n## explicit; go 1.20\na.b/c\na.b/c/p\n"
                      "# d v0.1.0\n## explicit\n# e v2.0.0\ne/x\n") ==
        "a.b/c@v1.0.0 explicit go=1.20 [a.b/c a.b/c/p] | d@v0.1.0 explicit | "
        "e@v2.0.0 [e/x]; build a.b/c@v1.0.0 e@v2.0.0");
  CHECK(read_vendored("") == "");
}

TEST_CASE("replacements stand behind the module, or alone") {
  CHECK(read_vendored("# a v1.0.0 => ./a\n# b v1.0.0 => f v1.2.0\n# c => ../c\n"
                      "# d => f v1.0.0\n") ==
        "a@v1.0.0 => ./a | b@v1.0.0 => f@v1.2.0 | c => ../c | d => f@v1.0.0; "
        "replaced a@v1.0.0 b@v1.0.0 c d");
  // A folder whose name has a blank is not understood, nor is a version that
  // is none.
  CHECK(read_vendored(
            "# a v1.0.0 => ./a b\n# c v1.0.0 => f latest\n# d v1.0.0 =>\n") ==
        "a@v1.0.0 | c@v1.0.0 | d@v1.0.0");
}

TEST_CASE("lines about one module add up") {
  CHECK(read_vendored(
            "# a v1.0.0\n## explicit\n## go 1.20; later ; go 1.21\na\n"
            "# b v1.0.0\nb\n# a v1.0.0 => ./x\na/p\n# a v1.0.0 => ./x\n") ==
        "a@v1.0.0 explicit go=1.21 => ./x [a a/p] | b@v1.0.0 [b]; build "
        "a@v1.0.0 b@v1.0.0; replaced a@v1.0.0 a@v1.0.0");
}

TEST_CASE("of several versions with packages the highest is in the build") {
  CHECK(read_vendored("# a v1.10.0\na\n# a v1.9.0\na/p\n# a v1.11.0\na/q\n") ==
        "a@v1.10.0 [a] | a@v1.9.0 [a/p] | a@v1.11.0 [a/q]; build a@v1.10.0 "
        "a@v1.11.0");
  CHECK(read_vendored("# a => ./a\na\n# a v1.0.0\na\n") ==
        "a => ./a [a] | a@v1.0.0 [a]; build a a@v1.0.0; replaced a");
  CHECK(read_vendored("# go v1.0.0\nx\n# go v2.0.0\nx\n") ==
        "go@v1.0.0 [x] | go@v2.0.0 [x]; build go@v1.0.0");
}

TEST_CASE("what means nothing is passed over") {
  CHECK(read_vendored("## explicit\np\n#a v1.0.0\n#\n# \n") == "");
  CHECK(read_vendored("# a v1.0.0\na b\n-x\n\n .\n#x\n/p\n") == "a@v1.0.0");
  // Too few words leave the module before; other words end it.
  CHECK(read_vendored("# a v1.0.0\n# b\na\n# b x y\na/p\n") ==
        "a@v1.0.0 [a]; build a@v1.0.0");
  CHECK(read_vendored("# a v1 more words\n## Explicit; explicit x\na\n") ==
        "a@v1 [a]; build a@v1");
}

TEST_CASE("white space is Go's") {
  CHECK(read_vendored("# a v1.0.0\r\n##  explicit ;go 1.20\r\n a\t\r\n") ==
        "a@v1.0.0 explicit go=1.20 [a]; build a@v1.0.0");
  CHECK(read_vendored("#  a\u00a0v1.0.0\u3000=>\t./a\n##\texplicit\n") ==
        "a@v1.0.0 => ./a; replaced a@v1.0.0");
}

TEST_CASE("the first line says that it is of a workspace") {
  CHECK(read_vendored("## workspace\n# a v1.0.0\n") == "workspace: a@v1.0.0");
  CHECK(read_vendored("## x; workspace \r\n") == "workspace: ");
  CHECK(read_vendored("# a v1.0.0\n## workspace\n") == "a@v1.0.0");
  CHECK(read_vendored("##workspace\n") == "");
  // Nothing is looked for beyond 512 bytes.
  CHECK(read_vendored("## " + std::string(500, ' ') + "workspace") ==
        "workspace: ");
  CHECK(read_vendored("## " + std::string(501, ' ') + "workspace") == "");
}

TEST_CASE("a folder without modules.txt vendors nothing") {
  CHECK(read_vendor_modules(disk(), "/nowhere").value().modules.empty());
  CHECK_FALSE(has_vendor_folder(disk(), "/nowhere"));
}

TEST_CASE("real files") {
  const auto folder = test::corpus();
  if (!folder) return test::skip("modules.txt", "MODGRAPH_CORPUS is not set");
  std::size_t compared = 0;
  for (const char* name : {"nats", "opa"}) {
    const std::string text =
        test::read_file(*folder + "/real/" + name + "/modules.txt");
    std::string again;
    const VendoredModules all = parse_vendor_modules(text);
    for (const VendoredModule& m : all.modules) {
      again += "# " + m.module.path + " " + m.module.version;
      if (m.replacement) again += " => " + m.replacement->path;
      again += "\n";
      if (m.is_explicit || !m.go_version.empty()) again += "## ";
      if (m.is_explicit) again += "explicit";
      if (m.is_explicit && !m.go_version.empty()) again += "; ";
      if (!m.go_version.empty()) again += "go " + m.go_version;
      if (m.is_explicit || !m.go_version.empty()) again += "\n";
      for (const std::string& p : m.packages) again += p + "\n";
      ++compared;
    }
    CHECK(again == text);
  }
  CHECK(compared > 100);
  test::report("modules.txt", compared, "modules written again");
}

}  // namespace
}  // namespace modgraph
