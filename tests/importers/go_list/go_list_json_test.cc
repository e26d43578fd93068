#include "importers/go_list/go_list_json.h"

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "tests/support/environment.h"
#include "tests/support/test.h"
#include "tests/support/txtar.h"

namespace modgraph::test {
namespace {

const std::string kGood = "importers/data/go_list/good.txtar";
const std::string kBadLists = "importers/data/go_list/bad.txtar";

std::string joined(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += "[" + text + "]";
  return out;
}

// Every field that says something, one a line.
std::string description(const ModuleRecord& m, const std::string& indent) {
  std::string out;
  const auto say = [&](const std::string& name, const std::string& value) {
    if (!value.empty()) out += indent + name + " = " + value + "\n";
  };
  say("path", m.path);
  say("version", m.version);
  say("line", std::to_string(m.line));
  say("query", m.query);
  say("versions", joined(m.versions));
  say("time", m.time);
  say("main", m.main ? "yes" : "");
  say("indirect", m.indirect ? "yes" : "");
  say("dir", m.dir);
  say("go_mod", m.go_mod);
  say("go_version", m.go_version);
  say("retracted", joined(m.retracted));
  say("deprecated", m.deprecated);
  say("error", m.error);
  say("sum", m.sum);
  say("go_mod_sum", m.go_mod_sum);
  say("reuse", m.reuse ? "yes" : "");
  if (const ModuleOrigin* o = m.origin.get())
    say("origin", o->vcs + "|" + o->url + "|" + o->subdir + "|" + o->hash +
                      "|" + o->tag_prefix + "|" + o->tag_sum + "|" + o->ref +
                      "|" + o->repo_sum);
  return out;
}

std::string description(const ModuleInfo& m) {
  std::string out = description(m, "");
  if (m.replace) out += "replace\n" + description(*m.replace, "  ");
  if (m.update) out += "update\n" + description(*m.update, "  ");
  return out;
}

std::string description(const Errors& errors) {
  std::ostringstream out;
  for (const Error& e : errors) {
    out << e.where.file << ":" << e.where.line << ":" << e.where.column << ": "
        << (e.kind == ErrorKind::kInput ? "" : "(limit) ") << e.message << "\n";
    if (!e.excerpt.empty()) out << "  | " << e.excerpt << "\n";
    out << "  = " << e.hint << "\n";
  }
  return out.str();
}

// All modules, or all errors, as text.
std::string read_list(std::string_view text) {
  const auto modules = parse_go_list("list.json", text);
  if (!modules) return description(modules.error());
  std::string out;
  for (const ModuleInfo& m : *modules) out += description(m) + "\n";
  return out;
}

TEST_CASE("good lists are read") {
  REQUIRE(txtar_inputs(kGood).size() >= 16);
  for (const auto& [name, text] : txtar_inputs(kGood)) {
    INFO(name);
    REQUIRE(parse_go_list("list.json", text).has_value());
    const std::string have = read_list(text);
    CHECK(have == txtar_golden(kGood, name, have));
  }
}

TEST_CASE("bad lists are refused, with a sentence about the place") {
  REQUIRE(txtar_inputs(kBadLists).size() >= 84);
  for (const auto& [name, text] : txtar_inputs(kBadLists)) {
    INFO(name);
    const auto modules = parse_go_list("list.json", text);
    REQUIRE_FALSE(modules.has_value());
    const std::string have = description(modules.error());
    CHECK(have == txtar_golden(kBadLists, name, have));
    for (const Error& e : modules.error()) {
      CHECK_FALSE(e.hint.empty());
      CHECK(e.where.line > 0);
      CHECK(e.where.column > 0);
    }
  }
}

// The beginning of a good list, up to a byte: it must be refused where an
// object is cut, and have the first modules of the whole list where not.
void check_prefix(const std::string& text, std::size_t size,
                  const std::vector<std::string>& whole) {
  const std::string prefix = text.substr(0, size);
  const auto modules = parse_go_list("list.json", prefix);
  const auto count = [&](char c) {
    return std::count(prefix.begin(), prefix.end(), c);
  };
  // No sample has braces in its strings.
  if (count('{') != count('}') || count('{') == 0) {
    CHECK_FALSE(modules.has_value());
    return;
  }
  REQUIRE(modules.has_value());
  for (std::size_t i = 0; i < modules->size(); ++i)
    CHECK(description((*modules)[i]) == whole.at(i));
}

TEST_CASE("a list that is cut off is never taken for a whole one") {
  std::size_t prefixes = 0;
  for (const auto& [name, text] : txtar_inputs(kGood)) {
    INFO(name);
    std::vector<std::string> whole;
    const auto modules = parse_go_list("list.json", text);
    for (const ModuleInfo& m : modules.value()) whole.push_back(description(m));
    for (std::size_t size = 0; size < text.size(); ++size, ++prefixes)
      check_prefix(text, size, whole);
  }
  report("go list prefixes", prefixes, "texts cut off");
}

TEST_CASE("a byte that is changed gives a list or an error with a place") {
  std::size_t texts = 0;
  for (const auto& [name, good] : txtar_inputs(kGood)) {
    for (std::size_t at = 0; at < good.size(); ++at)
      for (const char c : {'\0', '\n', ' ', '"', '\x7f', '\xff', '{', '['}) {
        ++texts;
        std::string text = good;
        text[at] = c;
        const auto modules = parse_go_list("list.json", text);
        if (modules) continue;
        for (const Error& e : modules.error())
          if (e.where.line <= 0 || e.where.column <= 0 || e.hint.empty()) {
            CAPTURE(text);
            FAIL_CHECK(description(modules.error()));
          }
      }
  }
  report("go list mutations", texts, "texts with one byte changed");
}

TEST_CASE("nesting is limited to 64 levels") {
  const auto nested = [](std::size_t levels) {
    return "{\"Path\": \"a.example/b\", \"Main\": true, \"X\": " +
           std::string(levels - 1, '[') + std::string(levels - 1, ']') + "}";
  };
  CHECK(parse_go_list("list.json", nested(64)).has_value());
  const auto refused = parse_go_list("list.json", nested(65));
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().front().kind == ErrorKind::kLimit);
  CHECK_FALSE(parse_go_list("list.json", nested(1'000'000)).has_value());
}

TEST_CASE("no more than twenty wrong modules are reported") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "{}\n";
  CHECK(parse_go_list("list.json", text).error().size() == 20);
}

std::size_t count_lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

// "path version" of each module, as `go list -m all` prints them without
// replacements.
std::vector<std::string> names(const std::vector<ModuleInfo>& modules) {
  std::vector<std::string> out;
  for (const ModuleInfo& m : modules)
    out.push_back(m.main ? m.path : m.path + " " + m.version);
  return out;
}

std::vector<std::string> names(const std::string& list) {
  std::vector<std::string> out;
  std::istringstream in(list);
  for (std::string line; std::getline(in, line);)
    out.push_back(line.substr(0, line.find(" => ")));
  return out;
}

TEST_CASE("the lists of real modules have the modules of their text form") {
  namespace fs = std::filesystem;
  const auto folder = corpus();
  if (!folder) return skip("go list corpus", "MODGRAPH_CORPUS is not set");
  std::size_t files = 0;
  std::size_t modules_read = 0;
  for (const auto& entry : fs::directory_iterator(*folder + "/real")) {
    const fs::path text = entry.path() / "list.txt";
    for (const std::string file : {"list.json", "list-u.json"}) {
      if (!fs::exists(entry.path() / file)) continue;
      CAPTURE(entry.path().string(), file);
      const auto modules = parse_go_list(file, read_file(entry.path() / file));
      REQUIRE(modules.has_value());
      const std::string list = read_file(text);
      CHECK(modules->size() == count_lines(list));
      CHECK(names(*modules) == names(list));
      ++files;
      modules_read += modules->size();
    }
  }
  CHECK(files > 0);
  report("go list corpus", modules_read,
         "modules in " + std::to_string(files) + " files");
}

}  // namespace
}  // namespace modgraph::test
