// Our editing of go.mod and go.work files against the go command's: the same
// bytes, and the same refusals. One process of go edits one file, so that the
// number of edits decides how long this takes; MODGRAPH_EDITS names another.

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <thread>

#include "engine/model/version.h"
#include "importers/go_mod/go_mod.h"
#include "importers/go_mod/go_mod_edit.h"
#include "importers/go_mod/go_mod_syntax.h"
#include "tests/support/edit_cases.h"
#include "tests/support/environment.h"
#include "tests/support/go_mod_texts.h"
#include "tests/support/golden.h"
#include "tests/support/manifest_facts.h"
#include "tests/support/process.h"
#include "tests/support/random_edits.h"
#include "tests/support/reference/edits.h"
#include "tests/support/test.h"

namespace modgraph::test {
namespace {

namespace fs = std::filesystem;

using Edits = std::vector<ManifestEdit>;

struct Case {
  ManifestKind kind = ManifestKind::kGoMod;
  std::string text;
  Edits edits;  // none: only format
};

std::string spelled(const Edits& edits) {
  std::string out;
  for (const ManifestEdit& each : edits) out += flag_of(each) + " ";
  return out;
}

Result<EditedGoMod> edited_case(const Case& c) {
  return c.kind == ManifestKind::kGoMod
             ? edit_go_mod("go.mod", c.text, c.edits)
             : edit_go_work("go.work", c.text, c.edits);
}

Result<Manifest> parsed(ManifestKind kind, const std::string& text) {
  return kind == ManifestKind::kGoMod ? parse_go_mod("go.mod", text)
                                      : parse_go_work("go.work", text);
}

// ------------------------------------------------------------ the go command

// A folder for each thread, with a file that go reads.
class Desk {
 public:
  Desk()
      : folder_(fs::temp_directory_path() /
                ("modgraph-edit-" + std::to_string(std::random_device{}()))) {
    fs::create_directories(folder_);
  }
  ~Desk() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  ProcessResult go_edits(const std::string& go, const Case& c) const {
    std::ofstream(folder_ / "file", std::ios::binary) << c.text;
    std::vector<std::string> words = {
        go, c.kind == ManifestKind::kGoMod ? "mod" : "work", "edit", "-print"};
    for (const ManifestEdit& each : c.edits) words.push_back(flag_of(each));
    words.push_back("file");
    ProcessOptions options;
    options.directory = folder_;
    options.environment = {"GOFLAGS=", "GOTOOLCHAIN=local", "GOWORK=off",
                           "GOENV=off"};
    return run(words, options);
  }

 private:
  fs::path folder_;
};

bool is_ascii(const std::string& text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<signed char>(c) >= 0; });
}

// What is wrong with our answer, given go's; "" if nothing is.
std::string difference(const Case& c, const ProcessResult& go) {
  const auto ours = edited_case(c);
  if (go.exit_code == 0 && !ours)
    return "go accepts:\n" + go.out + "we refuse:\n" + sentences(ours.error());
  if (go.exit_code != 0 && ours)
    return "we accept:\n" + ours->text + "go refuses:\n" + go.err;
  if (ours)
    return ours->text == go.out ? ""
                                : "go:\n" + go.out + "ours:\n" + ours->text;
  // Go stops at the first flag that it cannot use. We escape what is not ASCII.
  if (!go.err.starts_with("go: -") || !is_ascii(go.err)) return "";
  for (const Error& error : ours.error())
    if ("go: " + error.message + "\n" == go.err) return "";
  return "go says:\n" + go.err + "we say:\n" + sentences(ours.error());
}

// Asks go about all cases, on every core.
std::vector<std::string> differences(const std::string& go,
                                     const std::vector<Case>& cases) {
  std::vector<std::string> out(cases.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    const Desk desk;
    for (std::size_t i = next++; i < cases.size(); i = next++)
      out[i] = difference(cases[i], desk.go_edits(go, cases[i]));
  };
  std::vector<std::thread> threads;
  for (unsigned n = 0; n < std::max(1U, std::thread::hardware_concurrency());
       ++n)
    threads.emplace_back(work);
  for (std::thread& each : threads) each.join();
  return out;
}

// ---------------------------------------------------------------- the files

std::size_t wished(std::size_t usual) {
  const char* const number = std::getenv("MODGRAPH_EDITS");
  return number == nullptr ? usual : std::strtoul(number, nullptr, 10);
}

std::vector<std::string> corpus_texts() {
  std::vector<std::string> out;
  const auto folder = corpus();
  if (!folder) return out;
  for (const auto& entry : fs::recursive_directory_iterator(*folder + "/real"))
    if (const std::string name = entry.path().string();
        name.ends_with("go.mod") || name.ends_with("go.work"))
      out.push_back(read_file(name));
  return out;
}

std::vector<std::string> own_texts() {
  std::vector<std::string> out;
  for (const std::string& name : test_files("importers/data/go_mod/good/"))
    out.push_back(test_data("importers/data/go_mod/good/" + name));
  return out;
}

// As a go.mod, unless only a go.work can be like this.
ManifestKind kind_of(const std::string& text) {
  return !parse_go_mod("go.mod", text) && parse_go_work("go.work", text)
             ? ManifestKind::kGoWork
             : ManifestKind::kGoMod;
}

std::vector<Case> random_cases(const std::vector<std::string>& texts,
                               std::size_t count, std::uint64_t seed) {
  Random random(seed);
  std::vector<Case> cases;
  while (cases.size() < count) {
    Case c;
    c.text = texts[below(random, texts.size())];
    if (below(random, 3) == 0) c.text = changed_go_mod(random, c.text);
    c.kind = kind_of(c.text);
    const auto manifest = parsed(c.kind, c.text);
    if (!manifest && below(random, 20) != 0) continue;
    c.edits = random_edits(random, manifest ? *manifest : Manifest{});
    cases.push_back(std::move(c));
  }
  return cases;
}

// ---------------------------------------------------------------- the tests

std::size_t check_against_go(const std::string& root,
                             const std::vector<Case>& cases) {
  const auto wrong = differences(root + "/bin/go", cases);
  std::size_t accepted = 0;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    INFO(cases[i].text);
    INFO(spelled(cases[i].edits));
    CHECK(wrong[i] == "");
    if (edited_case(cases[i])) ++accepted;
  }
  return accepted;
}

TEST_CASE("files are formatted as go mod edit -fmt does") {
  const auto root = go_root();
  if (!root) return skip("go.mod format", "there is no Go distribution");
  std::vector<Case> cases;
  for (const auto& texts : {go_mod_texts(*root), corpus_texts(), own_texts()})
    for (const std::string& text : texts)
      cases.push_back({kind_of(text), text, {}});
  report("go.mod format", cases.size(), "files formatted by go and by us");
  const std::size_t accepted = check_against_go(*root, cases);
  report("go.mod format", accepted, "of them accepted");
  CHECK(accepted > cases.size() / 2);
}

TEST_CASE("the files of the edit cases are go's") {
  const auto root = go_root();
  if (!root) return skip("go.mod edit cases", "there is no Go distribution");
  std::vector<Case> cases;
  for (const EditCase& c : edit_cases())
    cases.push_back({c.kind, c.before, edits_of(c)});
  const std::size_t accepted = check_against_go(*root, cases);
  report("go.mod edit cases", cases.size(), "cases are as go has them");
  CHECK(accepted > 0);
}

TEST_CASE("files are edited as go mod edit does") {
  const auto root = go_root();
  if (!root) return skip("go.mod edits", "there is no Go distribution");
  std::vector<std::string> texts = go_mod_texts(*root);
  for (const auto& more : {corpus_texts(), own_texts()})
    texts.insert(texts.end(), more.begin(), more.end());
  const std::vector<Case> cases = random_cases(texts, wished(5000), 4);
  const std::size_t accepted = check_against_go(*root, cases);
  report("go.mod edits", cases.size(), "edits made by go and by us");
  report("go.mod edits", accepted, "of them accepted");
  CHECK(accepted > cases.size() / 2);
}

// What apply_edits promises to keep.
std::string resolved(Manifest manifest) {
  if (manifest.module) manifest.module->deprecated.clear();
  for (Retraction& each : manifest.retract) each.rationale.clear();
  return facts(std::move(manifest));
}

// Whether a require block has no lines, which a manifest does not show.
bool has_empty_block(const std::string& text) {
  const GoModSyntax syntax = parse_go_mod_syntax({"go.mod", text});
  for (const GoModBlock& block : syntax.blocks)
    if (block.lines.count == 0) return true;
  return false;
}

// As flags are read; nothing when one is refused or has a version that is a
// query.
std::optional<Edits> resolvable(const Case& c) {
  const auto is_query = [](const std::string& version) {
    return !version.empty() && canonical_version(version) != version;
  };
  auto edits = read_edits(c.edits, c.kind);
  if (!edits) return std::nullopt;
  for (const ManifestEdit& each : *edits) {
    if (each.kind == EditKind::kGo || each.kind == EditKind::kToolchain)
      continue;
    if (is_query(each.module.version) || is_query(each.replacement.version))
      return std::nullopt;
  }
  return std::move(*edits);
}

TEST_CASE("edits of a manifest are the edits of its text") {
  std::vector<std::string> texts = own_texts();
  if (const auto root = go_root()) texts = go_mod_texts(*root);
  std::size_t compared = 0;
  for (const Case& c : random_cases(texts, 4 * wished(5000), 5)) {
    const auto before = parsed(c.kind, c.text);
    const auto text = edited_case(c);
    const auto edits = resolvable(c);
    if (!before || !text || !edits || has_empty_block(c.text)) continue;
    const auto after = parsed(c.kind, text->text);
    if (!after) continue;
    INFO(c.text);
    INFO(spelled(c.edits));
    CHECK(resolved(apply_edits(*before, *edits)) == resolved(*after));
    ++compared;
  }
  report("manifest edits", compared, "manifests edited as data and as text");
  CHECK(compared > wished(5000));
}

}  // namespace
}  // namespace modgraph::test
