#include "importers/module_cache/go_sum.h"

#include <ctime>
#include <utility>
#include <vector>

#include "tests/support/test.h"

namespace modgraph {
namespace {

// "path version hash" of each sum, one a line; or "LINE: message" of each
// error.
std::string read_sums(std::string_view text) {
  const auto sums = parse_go_sum("go.sum", text);
  std::string out;
  if (!sums) {
    for (const Error& e : sums.error())
      out += std::to_string(e.where.line) + ": " + e.message + "\n";
    return out;
  }
  for (const GoSum& s : *sums)
    for (const std::string_view word : {s.path, s.version, s.hash})
      out.append(word) += word.data() == s.hash.data() ? '\n' : ' ';
  return out;
}

TEST_CASE("lines of go.sum") {
  CHECK(read_sums("") == "");
  CHECK(read_sums("a v1 h1:x") == "a v1 h1:x\n");
  CHECK(read_sums("a v1 h1:x\na v1/go.mod h1:y\n") ==
        "a v1 h1:x\na v1/go.mod h1:y\n");
  CHECK(read_sums("\n \t\n a\tv1   h1:x \n\n") == "a v1 h1:x\n");
  CHECK(read_sums("a v1 h1:x\r\nb v1 h1:y\r\n\r\n") ==
        "a v1 h1:x\nb v1 h1:y\n");
  // Nothing is checked but the number of fields.
  CHECK(read_sums("\xff // \\\n") == "\xff // \\\n");
  CHECK(read_sums(std::string_view("a\0b v1 h1:x", 11)) ==
        std::string("a\0b v1 h1:x\n", 12));
  // Spaces of Unicode separate fields, too.
  CHECK(read_sums("a\xc2\xa0v1\xe2\x80\x83h1:x\xc2\x85\n") == "a v1 h1:x\n");
}

TEST_CASE("the sum of an empty go.mod says nothing") {
  CHECK(go_mod_sum("") == "h1:G7mAYYxgmS0lVkHyy2hEOLQCFB0DlQFTMLWggykrydY=");
  CHECK(
      read_sums("a v1/go.mod h1:G7mAYYxgmS0lVkHyy2hEOLQCFB0DlQFTMLWggykrydY=\n"
                "a v1 h1:x\n") == "a v1 h1:x\n");
}

TEST_CASE("lines with another number of fields are all named") {
  CHECK(read_sums("a v1 h1:x\nb v1\n\nc\nd v1 h1:x y\n") ==
        "2: malformed go.sum: wrong number of fields 2\n"
        "4: malformed go.sum: wrong number of fields 1\n"
        "5: malformed go.sum: wrong number of fields 4\n");
  const auto conflict = parse_go_sum("d/go.sum", "<<<<<<< HEAD\na v1 h1:x\n");
  REQUIRE_FALSE(conflict);
  CHECK(conflict.error()[0].where.file == "d/go.sum");
  CHECK(conflict.error()[0].excerpt == "<<<<<<< HEAD");
  CHECK(conflict.error()[0].hint == "each line is: module version hash");
  // Of a file that is something else, the beginning is enough.
  std::string lines;
  for (int i = 0; i < 1000; ++i) lines += "x\n";
  CHECK(parse_go_sum("go.sum", lines).error().size() == 20);
}

TEST_CASE("sums that other tools computed") {
  CHECK(go_mod_sum("module example.com/a\n") ==
        "h1:NeOsx/KTizj35klXP3wYh3O0751aAtYrRoX+a6YAye8=");
}

TEST_CASE("sums are found by module and version") {
  const GoSums sums(*parse_go_sum("go.sum",
                                  "b v1 h1:2\nb v1 h1:1\nb v1 h2:0\n"
                                  "a v1 h1:x\na v1 h1:x\na v1/go.mod h2:y\n"));
  const auto of = [&](const char* path, const char* version) {
    std::string out;
    for (const GoSum& s : sums.of(path, version)) out.append(s.hash) += ' ';
    return out;
  };
  CHECK(of("b", "v1") == "h1:2 h1:1 h2:0 ");  // in the order of the file
  CHECK(of("a", "v1/go.mod") == "h2:y ");
  CHECK(of("a", "v2") == "");
  CHECK(of("", "") == "");
  CHECK(sums.has("a", "v1"));
  CHECK_FALSE(sums.has("a", "v1/go.mod"));  // nobody can check an h2
  CHECK(sums.only("a", "v1") == "h1:x");
  CHECK(sums.only("b", "v1") == "");
  CHECK(sums.only("c", "v1") == "");
}

TEST_CASE("a go.mod is the one that go.sum names") {
  const auto said = [](const std::vector<std::string>& hashes) {
    std::vector<GoSum> sums{{"a", "v1", "h1:files"},
                            {"a", "v2/go.mod", "h1:2"}};
    for (const std::string& h : hashes) sums.push_back({"a", "v1/go.mod", h});
    return wrong_go_mod_sum(GoSums(std::move(sums)), {"a", "v1"}, "h1:right")
        .value_or("");
  };
  CHECK(said({}) == "");
  CHECK(said({"h1:right"}) == "");
  CHECK(said({"h2:unknown"}) == "");
  // Of several the first that can be checked decides.
  CHECK(said({"h2:unknown", "h1:right", "h1:wrong"}) == "");
  CHECK(said({"h1:wrong", "h1:right"}).starts_with("verifying go.mod: "));
  CHECK(said({"h1:wrong"}) ==
        "verifying go.mod: checksum mismatch\n\tdownloaded: h1:right\n\tgo.sum:"
        "     h1:wrong\n\nSECURITY ERROR\nThis file does not match what go.sum "
        "states. It may have been changed on its way here.");
}

// Which file and hash speak against the hash "h1:x" of module a: sums as
// "FILE HASH", file 0 is the build's own.
std::string against_x(
    const std::vector<std::pair<std::uint32_t, std::string>>& lines) {
  std::vector<GoSum> sums;
  for (const auto& [file, hash] : lines)
    sums.push_back({"a", "v1", hash, file});
  const GoSums all(std::move(sums), {"go.work.sum", "b/go.sum", "c/go.sum"});
  const GoSum* const found = all.against("a", "v1", "h1:x");
  if (found == nullptr) return "nothing";
  return all.file_of(*found) + " " + std::string(found->hash);
}

TEST_CASE("in the build's own file the first sum decides") {
  CHECK(against_x({}) == "nothing");
  CHECK(against_x({{0, "h1:x"}}) == "nothing");
  CHECK(against_x({{0, "h1:y"}}) == "go.work.sum h1:y");
  CHECK(against_x({{0, "h1:x"}, {0, "h1:y"}}) == "nothing");
  CHECK(against_x({{0, "h1:y"}, {0, "h1:x"}}) == "go.work.sum h1:y");
  CHECK(against_x({{0, "h2:y"}, {0, "h1:x"}}) == "nothing");
  CHECK(against_x({{0, "h2:y"}}) == "nothing");
  CHECK(against_x({{0, "h1:x"}, {1, "h1:y"}}) == "nothing");
  CHECK(against_x({{1, "h1:x"}, {0, "h1:y"}}) == "go.work.sum h1:y");
}

TEST_CASE("the files of a workspace's modules must all agree") {
  CHECK(against_x({{1, "h1:x"}, {2, "h1:x"}}) == "nothing");
  CHECK(against_x({{1, "h1:x"}, {2, "h1:y"}}) == "c/go.sum h1:y");
  CHECK(against_x({{1, "h1:y"}, {2, "h1:x"}}) == "b/go.sum h1:y");
  CHECK(against_x({{1, "h1:x"}, {1, "h1:y"}}) == "b/go.sum h1:y");
  CHECK(against_x({{1, "h2:y"}, {0, "h2:z"}}) == "nothing");
}

TEST_CASE("a go.mod with another sum is named with both") {
  const GoSums sums(
      *parse_go_sum("go.sum", "a v1 h1:z\na v1/go.mod h1:y\nb v1 h1:y\n"));
  CHECK(wrong_go_mod_sum(sums, {"a", "v1"}, "h1:x").value_or("") ==
        "verifying go.mod: checksum mismatch\n\tdownloaded: h1:x\n\tgo.sum:   "
        "  h1:y\n\nSECURITY ERROR\nThis file does not match what go.sum "
        "states. It may have been changed on its way here.");
  CHECK(wrong_go_mod_sum(sums, {"a", "v1"}, "h1:y").value_or("") == "");
  CHECK(wrong_go_mod_sum(sums, {"b", "v1"}, "h1:x").value_or("") == "");
}

TEST_CASE("a million lines take less than a second of processor time") {
  std::string text;
  for (int i = 0; i < 1'000'000; ++i) {
    const std::string path = "example.com/m" + std::to_string(i * 7 % 1000003);
    text +=
        path + " v1.0.0/go.mod h1:abcdefghijklmnopqrstuvwxyz0123456789ABC=\n";
  }
  const std::clock_t start = std::clock();
  const GoSums sums(*parse_go_sum("go.sum", text));
  const double took =
      static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  CHECK(sums.size() == 1'000'000);
  CHECK(sums.has("example.com/m7", "v1.0.0/go.mod"));
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  CHECK(took < 1.0);
#endif
  WARN("read and sorted in " << took << " s");
}

}  // namespace
}  // namespace modgraph
