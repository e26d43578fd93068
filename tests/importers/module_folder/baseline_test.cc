#include "importers/module_folder/baseline.h"

#include "exporters/findings/baseline.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// "MG2002 a.example/m b.example/x x2 (why) at 4; ...", or the first error.
std::string baseline_words(std::string_view text) {
  const auto baseline = parse_baseline("b.json", text);
  if (!baseline) {
    const Error& e = baseline.error().front();
    return "error: " + e.where.file + ":" + std::to_string(e.where.line) + ":" +
           std::to_string(e.where.column) + " " + e.message;
  }
  std::string out;
  for (const BaselineEntry& entry : baseline->entries) {
    const FindingIdentity& f = entry.finding;
    out += (out.empty() ? "" : "; ") + f.rule + " " + f.main + " " + f.subject;
    if (entry.count > 1) out += " x" + std::to_string(entry.count);
    if (!entry.reason.empty()) out += " (" + entry.reason + ")";
    out += " at " + std::to_string(entry.where.line);
  }
  return out;
}

constexpr std::string_view kTwo =
    "{\n"
    "  \"version\": 1,\n"
    "  \"findings\": [\n"
    "    {\"rule\": \"MG5001\", \"main\": \"m\", \"subject\": \"d\"},\n"
    "    {\"rule\": \"MG2002\", \"main\": \"m\", \"subject\": \"b\", "
    "\"fingerprint\": \"00\", \"count\": 2, \"reason\": \"old\"}\n"
    "  ]\n"
    "}\n";

TEST_CASE("entries of a baseline, in order, with their lines") {
  CHECK(baseline_words(kTwo) == "MG2002 m b x2 (old) at 5; MG5001 m d at 4");
  CHECK(baseline_words("{\"version\":1,\"findings\":[]}").empty());
  CHECK(baseline_words("{\"version\":1}").empty());
  CHECK(baseline_words("{\"findings\":[{\"rule\":\"MG5001\",\"main\":\"m\","
                       "\"subject\":\"d\"}],\"version\":1}") ==
        "MG5001 m d at 1");
}

TEST_CASE("what both sides of a merge list is listed once") {
  CHECK(baseline_words(
            "{\"version\": 1, \"findings\": [\n"
            "{\"rule\": \"MG5001\", \"main\": \"m\", \"subject\": \"d\"},\n"
            "{\"rule\": \"MG5001\", \"main\": \"m\", \"subject\": \"d\", "
            "\"count\": 3, \"reason\": \"known\"}]}") ==
        "MG5001 m d x3 (known) at 2");
}

TEST_CASE("what a merge leaves behind is told, with a next step") {
  for (const std::string_view marker :
       {"<<<<<<< HEAD", "=======", ">>>>>>> main", "||||||| 1234"}) {
    const std::string text = "{\n" + std::string(marker) + "\n}\n";
    CHECK(baseline_words(text) ==
          "error: b.json:2:1 a merge has left its conflict here");
  }
  const auto baseline = parse_baseline("b.json", "<<<<<<< HEAD\n");
  CHECK(baseline.error().front().kind == ErrorKind::kUsage);
  CHECK(baseline.error().front().hint.find("modgraph baseline prune") !=
        std::string::npos);
}

TEST_CASE("a baseline that is none gets a position") {
  CHECK(baseline_words("") == "error: b.json:1:1 the file is empty");
  CHECK(baseline_words(" \n") == "error: b.json:1:1 the file is empty");
  CHECK(baseline_words("{}") ==
        "error: b.json:1:1 the file does not say its version");
  CHECK(baseline_words("{\"version\": 2}") ==
        "error: b.json:1:13 this is version 2 of the file, and this program "
        "reads version 1");
  CHECK(baseline_words("[]").starts_with("error: b.json:1:1"));
  CHECK(baseline_words("{\"version\": 1, \"finding\": []}") ==
        "error: b.json:1:16 unknown field 'finding'");
  CHECK(baseline_words("{\"version\": \"1\"}") ==
        "error: b.json:1:13 a string is not what belongs to 'version'");
  CHECK(baseline_words("{\"version\": 1, \"findings\": [{}]}") ==
        "error: b.json:1:29 this entry names no rule");
  CHECK(baseline_words("{\"version\": 1, \"findings\": [[]]}")
            .starts_with("error: b.json:1:29"));
  CHECK(baseline_words("{\"version\": 1, \"findings\": [{\"rule\": 3}]}") ==
        "error: b.json:1:38 a number is not what belongs to 'rule'");
  CHECK(baseline_words("{\"version\": 1} x").starts_with("error: b.json:1:"));
}

TEST_CASE("every beginning of a baseline is an error with a line") {
  for (std::size_t length = 0; length + 2 < kTwo.size(); ++length) {
    const std::string words = baseline_words(kTwo.substr(0, length));
    CAPTURE(length, words);
    CHECK(words.starts_with("error: b.json:"));
    CHECK_FALSE(words.starts_with("error: b.json:0"));
  }
}

TEST_CASE("what is written is read, and written again as it was") {
  const auto baseline = parse_baseline("b.json", kTwo);
  REQUIRE(baseline.has_value());
  Sink once;
  write_baseline(*baseline, once);
  const std::string text = std::move(once).take_text();
  CHECK(baseline_words(text) == "MG2002 m b x2 (old) at 4; MG5001 m d at 5");
  Sink twice;
  write_baseline(*parse_baseline("b.json", text), twice);
  CHECK(std::move(twice).take_text() == text);
}

}  // namespace
}  // namespace modgraph
