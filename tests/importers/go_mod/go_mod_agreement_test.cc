// Our reading of go.mod files against Go's: the package
// golang.org/x/mod/modfile of the distribution, built here into a small program
// (data/go_mod/judge.go) that reads the same files.

#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "exporters/go_output/go_mod_json.h"
#include "importers/go_mod/go_mod.h"
#include "importers/go_mod/go_mod_syntax.h"
#include "tests/support/environment.h"
#include "tests/support/go_mod_texts.h"
#include "tests/support/go_module.h"
#include "tests/support/golden.h"
#include "tests/support/test.h"
#include "tests/support/txtar.h"

namespace modgraph::test {
namespace {

constexpr std::size_t kAnswers = 4;  // per file

// The lines that errors name, in their places and in their sentences.
std::set<int> error_lines(const Errors& errors) {
  std::set<int> lines;
  for (const Error& error : errors) {
    lines.insert(error.where.line);
    const std::size_t at = error.message.find("go.mod:");
    if (at != std::string::npos)
      lines.insert(std::atoi(error.message.c_str() + at + 7));
  }
  return lines;
}

// Whether we answer like the judge. We may name more lines than Go, which stops
// at the first syntax error.
bool agrees(const Result<Manifest>& ours, const std::string& judge) {
  if (ours) return judge == "J" + go_mod_json(*ours);
  if (!judge.starts_with('E')) return false;
  const std::set<int> lines = error_lines(ours.error());
  std::string_view rest = judge;
  while (!rest.empty()) {
    rest.remove_prefix(1);  // the E, then blanks
    const std::string number(rest.substr(0, rest.find(' ')));
    if (!number.empty() && !lines.contains(std::stoi(number))) return false;
    rest.remove_prefix(number.size());
  }
  return true;
}

// The shape of a file as the judge prints it.
class Shape {
 public:
  explicit Shape(const GoModSyntax& syntax) : syntax_(syntax) {}

  std::string print() const {
    std::string out;
    for (const GoModStatement& statement : syntax_.statements)
      out += print(statement);
    return out + "file " + suffix(syntax_.orphans) + "\n";
  }

 private:
  std::string print(const GoModStatement& statement) const {
    const GoModLine& line = syntax_.lines[statement.line];
    if (statement.kind == GoModStatementKind::kComments)
      return "comments " + around(line) + "\n";
    if (statement.kind == GoModStatementKind::kLine)
      return "line " + spot(line) + around(line) + "\n";
    const GoModBlock& block = syntax_.blocks[statement.block];
    std::string out = "block " + spot(line) + around(line) + " ( " +
                      suffix(block.open_suffix) + "\n";
    for (std::uint32_t i = 0; i < block.lines.count; ++i) {
      const GoModLine& inner = syntax_.lines[block.lines.first + i];
      out += "- " + spot(inner) + around(inner) + "\n";
    }
    return out + ") " + before(block.close_before) +
           suffix(block.close_suffix) + "\n";
  }

  std::string around(const GoModLine& line) const {
    return before(line.before) + suffix(line.suffix);
  }

  std::string before(GoModRange range) const {
    return comments("^", syntax_.comments, range);
  }
  std::string suffix(GoModRange range) const {
    return comments("$", syntax_.suffix_comments, range);
  }

  std::string comments(std::string_view mark,
                       const std::vector<GoModComment>& all,
                       GoModRange range) const {
    std::string out;
    for (std::uint32_t i = 0; i < range.count; ++i)
      out += fmt::format("{}<{}>", mark, syntax_.text(all[range.first + i]));
    return out;
  }

  std::string spot(const GoModLine& line) const {
    const GoModToken& first = syntax_.tokens_of(line)[0];
    return fmt::format("{}:{}", first.line,
                       column_of(syntax_.source.text, first.begin));
  }

  const GoModSyntax& syntax_;
};

std::string parsed_shape(const std::string& text) {
  if (!parse_go_mod_lax("go.mod", text)) return "none";
  return Shape(parse_go_mod_syntax({"go.mod", text})).print();
}

// What the judge says about each file.
std::vector<std::string> judge(const GoModule& go,
                               const std::vector<std::string>& texts) {
  std::string input;
  for (const std::string& text : texts)
    input += std::to_string(text.size()) + "\n" + text;
  const ProcessResult result = go.go({"run", "."}, input);
  INFO(result.err);
  REQUIRE(result.exit_code == 0);
  std::vector<std::string> answers;
  for (std::string_view rest = result.out; !rest.empty();) {
    const std::size_t end = rest.find('\n');
    const auto size = std::stoul(std::string(rest.substr(0, end)));
    answers.emplace_back(rest.substr(end + 1, size));
    rest.remove_prefix(end + 1 + size);
  }
  REQUIRE(answers.size() == kAnswers * texts.size());
  return answers;
}

TEST_CASE("go.mod files are read as Go reads them") {
  const auto root = go_root();
  if (!root) return skip("go.mod agreement", "there is no Go distribution");
  const GoModule go(*root);
  const std::string folder = "cmd/vendor/golang.org/x/mod/modfile/";
  if (go.source(folder + "rule.go").find("type Ignore ") == std::string::npos)
    return skip("go.mod agreement", "this Go is older than 1.25");
  go.write("go.mod", "module golang.org/x/mod\n\ngo 1.25\n");
  for (const std::string file : {"print.go", "read.go", "rule.go", "work.go"})
    go.write("modfile/" + file, go.source(folder + file));
  go.write("main.go", test_data("importers/data/go_mod/judge.go"));

  std::vector<std::string> texts = go_mod_texts(*root);
  const std::string data = "importers/data/go_mod/";
  for (const std::string& name : test_files(data + "good"))
    texts.push_back(test_data(data + "good/" + name));
  for (const TxtarFile& file : txtar_inputs(data + "bad.txtar"))
    texts.push_back(file.data);
  const std::size_t written = texts.size();
  REQUIRE(written > 1000);
  Random random(2026);
  while (texts.size() < 4 * written)
    texts.push_back(changed_go_mod(random, texts[below(random, written)]));

  const std::vector<std::string> answers = judge(go, texts);
  std::size_t accepted = 0;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string* const expected = &answers[kAnswers * i];
    INFO(texts[i]);
    INFO("the judge says: " << expected[0] << expected[1] << expected[2]);
    CHECK(agrees(parse_go_mod("go.mod", texts[i]), expected[0]));
    CHECK(agrees(parse_go_mod_lax("go.mod", texts[i]), expected[1]));
    CHECK(agrees(parse_go_work("go.mod", texts[i]), expected[2]));
    CHECK(parsed_shape(texts[i]) == expected[3]);
    if (expected[0].starts_with('J')) ++accepted;
  }
  report("go.mod agreement", kAnswers * texts.size(), "answers like Go's");
  report("go.mod agreement", accepted, "of the files are main modules'");
}

}  // namespace
}  // namespace modgraph::test
