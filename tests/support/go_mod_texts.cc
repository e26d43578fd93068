#include "tests/support/go_mod_texts.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

#include "tests/support/environment.h"

namespace modgraph::test {
namespace {

constexpr auto kPieces = std::to_array<std::string_view>(
    {"require ",
     "(",
     ")",
     " ( )",
     " (\n",
     "\n",
     "\r\n",
     "\r",
     "\t",
     " ",
     "\v",
     "\u00a0",
     "\u2028",
     "\ufeff",
     "\u00e9",
     "\xff",
     "\x01",
     "// indirect",
     "//indirect;",
     "// indirect; x",
     "//\u00a0indirect",
     "//",
     "//\n",
     "// plain\n",
     "// Deprecated: x\n",
     "/*",
     "*/",
     "\"",
     "`",
     "'",
     "\\",
     "\"\\x41\"",
     "\"\\u00e9\\t\"",
     "\"\\400\"",
     "\"\"",
     "[",
     "]",
     ",",
     "{",
     "=>",
     " => ",
     "@",
     "v1",
     "v1.2",
     "v1.2.3",
     "v2.0.0",
     "v2.0.0+incompatible",
     "v1.0.0+meta",
     "master",
     "go 1.21\n",
     "go 1.21rc1\n",
     "go 1.05\n",
     "go v1.21.x\n",
     "toolchain go1.21.0\n",
     "toolchain default\n",
     "godebug a=b\n",
     "godebug =b\n",
     "godebug (\n\ta=b\n\tc\n)\n",
     "retract v1.0.0 // why\n",
     "retract [v1.0.0, v1.2.0]\n",
     "retract (\n\t// r\n\tv1\n\n\t[v1,v2]\n)\n",
     "exclude a.b/c v1.0.0\n",
     "replace a.b/c => ./d\n",
     "replace a.b/c v1 => e.f/g v2\n",
     "replace a.b/c => ..\\x\n",
     "tool a.b/c\n",
     "ignore ./x\n",
     "use ./x\n",
     "use (\n\t.\n\t\"./b\"\n)\n",
     "module a.b/c\n",
     "require \"\" v1.0.0\n",
     "unknown x y (\n\tz\n)\n",
     "a.b/c/v1 v1.0.0",
     "a.b/c/v2 v2.1.0",
     "gopkg.in/yaml.v2 v2.0.0",
     "gopkg.in/check.v1 v0.0.0-20161208181325-20d25e280405",
     "<&>",
     "future\n",
     "require (\n\ta.b/c v1.0.0\n",
     "// why not\n\n"});

// The files of a txtar archive whose names end like a go.mod's or go.work's.
void add_files(std::set<std::string>& out, std::string_view archive) {
  while (!archive.empty()) {
    const std::size_t mark = archive.find("-- ");
    if (mark == std::string_view::npos) return;
    const std::size_t end = archive.find(" --\n", mark);
    if (end == std::string_view::npos) return;
    const std::string_view name = archive.substr(mark, end - mark);
    archive.remove_prefix(end + 4);
    const std::size_t next = std::min(archive.find("\n-- "), archive.size());
    if (name.ends_with(".mod") || name.ends_with(".work"))
      out.emplace(archive.substr(0, std::min(next + 1, archive.size())));
    archive.remove_prefix(next);
  }
}

}  // namespace

std::vector<std::string> go_mod_texts(const std::string& go_root) {
  std::set<std::string> texts;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(
           go_root + "/src/cmd/go/testdata"))
    if (entry.path().extension() == ".txt")
      add_files(texts, read_file(entry.path().string()));
  return {texts.begin(), texts.end()};
}

std::string changed_go_mod(Random& random, std::string text) {
  for (std::size_t times = 1 + below(random, 3); times > 0; --times) {
    const std::size_t at = below(random, text.size() + 1);
    switch (below(random, 6)) {
      case 0:
        text.erase(at, 1 + below(random, 20));
        break;
      case 1:
        text.resize(at);
        break;
      case 2: {  // a line again, somewhere else
        const std::size_t begin = text.rfind('\n', at) + 1;
        const std::string line =
            text.substr(begin, text.find('\n', begin) - begin) + "\n";
        const std::size_t to = text.find('\n', below(random, text.size() + 1));
        text.insert(to == std::string::npos ? 0 : to + 1, line);
        break;
      }
      default:
        text.insert(at, kPieces[below(random, kPieces.size())]);
    }
  }
  return text;
}

}  // namespace modgraph::test
