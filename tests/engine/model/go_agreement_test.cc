// Our versions and paths against the packages of the Go distribution: the real
// ones, built here into a small program that judges the same random texts.

#include <algorithm>
#include <array>
#include <cstdio>
#include <sstream>

#include "engine/base/utf8.h"
#include "engine/model/module_path.h"
#include "engine/model/version.h"
#include "tests/support/environment.h"
#include "tests/support/go_module.h"
#include "tests/support/random_text.h"
#include "tests/support/test.h"

namespace modgraph::test {
namespace {

std::string hex(std::string_view bytes) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  for (char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return out;
}

std::string text(std::string_view s) { return "x" + hex(s); }
std::string number(std::strong_ordering o) {
  return o < 0 ? "-1" : o > 0 ? "1" : "0";
}
std::string word(bool b) { return b ? "true" : "false"; }

// As data/judge.go writes a reason, which may quote what it refuses.
std::string reason(const Refusal& why) {
  if (!why) return "-";
  std::string ascii;
  for (std::string_view rest = *why; !rest.empty();) {
    const CodePoint c = first_code_point(rest);
    std::array<char, 11> escape{};
    std::snprintf(escape.data(), escape.size(),
                  c.value < 0x10000 ? "\\u%04x" : "\\U%08x",
                  static_cast<unsigned>(c.value));
    ascii += c.value < 0x80 ? rest.substr(0, 1) : escape.data();
    rest.remove_prefix(c.length);
  }
  return text(ascii);
}

std::string spelling(const Spelling& s) { return s ? text(*s) : "-"; }

// The line that data/judge.go prints for the same pair.
std::string answers(std::string_view a, std::string_view b) {
  const PathParts parts = split_path_version(a);
  const std::vector<std::string> all = {
      number(compare_semver(a, b)),
      text(canonical_version(a)),
      text(semver_major(a)),
      text(semver_prerelease(a)),
      text(semver_build(a)),
      word(is_pseudo_version(a)),
      word(is_go_version(a)),
      word(is_go_language_version(a)),
      number(compare_go_versions(a, b)),
      reason(check_module_path(a)),
      reason(check_import_path(a)),
      text(parts.prefix),
      text(parts.major),
      word(parts.ok),
      reason(check_path_major(a, b)),
      spelling(escape_path(a)),
      spelling(escape_version(a)),
  };
  std::string line;
  for (const std::string& answer : all)
    line += (line.empty() ? "" : " ") + answer;
  return line;
}

struct Pair {
  std::string a, b;
};

std::vector<Pair> random_pairs(std::size_t count) {
  static const std::vector<std::string> kMajors = {
      "", "/v2", "/v0", ".v1", ".v1-unstable", ".v2", "/v10"};
  Random random(20240229);
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < count; ++i) {
    pairs.push_back({random_version(random), random_version(random)});
    pairs.push_back({random_version(random), kMajors[below(random, 7)]});
    pairs.push_back({random_go_version(random), random_go_version(random)});
    pairs.push_back({random_path(random), kMajors[below(random, 7)]});
    // What escaping makes, so that the way back is travelled too.
    if (const Spelling s = escape_path(pairs.back().a))
      pairs.push_back({*s, ""});
  }
  return pairs;
}

// What data/judge.go, built beside the original packages, says of each pair.
std::vector<std::string> judged(const std::vector<Pair>& pairs,
                                const std::string& go_root) {
  const GoModule module(go_root);
  module.write("gover/gover.go", module.source("internal/gover/gover.go"));
  module.write("main.go", read_file(MODGRAPH_SOURCE_DIR
                                    "/tests/engine/model/data/judge.go"));
  std::string input;
  for (const Pair& pair : pairs)
    input += hex(pair.a) + " " + hex(pair.b) + "\n";
  const ProcessResult go = module.go({"run", "."}, input);
  INFO(go.err);
  REQUIRE(go.exit_code == 0);
  std::vector<std::string> out;
  std::istringstream in(go.out);
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

TEST_CASE("versions and paths agree with the Go distribution") {
  const std::optional<std::string> root = go_root();
  if (!root) return skip("go agreement", "no Go distribution found");
  const std::vector<Pair> pairs = random_pairs(10'000);
  const std::vector<std::string> want = judged(pairs, *root);
  REQUIRE(want.size() == pairs.size());
  std::size_t answers_compared = 0;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const std::string have = answers(pairs[i].a, pairs[i].b);
    answers_compared +=
        1 + static_cast<std::size_t>(std::count(have.begin(), have.end(), ' '));
    if (have == want[i]) continue;
    CAPTURE(pairs[i].a, pairs[i].b);
    CHECK(have == want[i]);
  }
  report("go agreement", answers_compared, "answers compared");
}

}  // namespace
}  // namespace modgraph::test
