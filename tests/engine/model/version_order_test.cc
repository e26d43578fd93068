// The orders of versions are total orders, on random versions, and the one of
// semantic versions is what the rules of semver.org say word for word.

#include <algorithm>
#include <sstream>

#include "engine/model/version.h"
#include "tests/support/random_text.h"
#include "tests/support/test.h"

namespace modgraph::test {
namespace {

using Compare = std::strong_ordering (*)(std::string_view, std::string_view);

std::vector<std::string> samples(std::string (*make)(Random&), Random& random,
                                 std::size_t count) {
  std::vector<std::string> out(count);
  for (std::string& text : out) text = make(random);
  return out;
}

// Antisymmetry on all pairs and transitivity on all triples.
bool is_total_order(Compare compare, const std::vector<std::string>& texts) {
  for (const std::string& a : texts)
    for (const std::string& b : texts) {
      const auto ab = compare(a, b);
      if (ab != (0 <=> compare(b, a))) return false;
      for (const std::string& c : texts)
        if (ab <= 0 && compare(b, c) <= 0 &&
            (compare(a, c) > 0 || (ab < 0 && compare(a, c) == 0)))
          return false;
    }
  return true;
}

TEST_CASE("the orders of versions are total") {
  Random random(7);
  for (int round = 0; round < 10; ++round) {
    CHECK(is_total_order(compare_semver, samples(random_version, random, 30)));
    CHECK(is_total_order(compare_go_versions,
                         samples(random_go_version, random, 30)));
    CHECK(is_total_order(compare_toolchains,
                         samples(random_go_version, random, 30)));
  }
}

// The slow reference: cuts a version into lists of words and compares those.
std::vector<std::string> parts_at_dots(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string word; std::getline(in, word, '.');) out.push_back(word);
  return out;
}

bool only_digits(const std::string& s) {
  return s.find_first_not_of("0123456789") == std::string::npos;
}

int slow_word_order(const std::string& a, const std::string& b) {
  if (only_digits(a) != only_digits(b)) return only_digits(a) ? -1 : 1;
  const std::string zeros(only_digits(a) ? 30 : 0, '0');
  const auto wide = [&](const std::string& s) {
    return s.size() < zeros.size() ? zeros.substr(s.size()) + s : s;
  };
  return wide(a).compare(wide(b));
}

int slow_order(std::string_view a, std::string_view b) {
  const std::string x = canonical_version(a);
  const std::string y = canonical_version(b);
  if (x.empty() || y.empty()) return x.empty() ? (y.empty() ? 0 : -1) : 1;
  const auto numbers = [](const std::string& v) {
    return parts_at_dots(v.substr(1, v.find_first_of("-+") - 1));
  };
  for (std::size_t i = 0; i < 3; ++i)
    if (int c = slow_word_order(numbers(x)[i], numbers(y)[i])) return c;
  const std::string p(semver_prerelease(a));
  const std::string q(semver_prerelease(b));
  if (p.empty() || q.empty()) return p.empty() ? (q.empty() ? 0 : 1) : -1;
  const auto ps = parts_at_dots(p.substr(1));
  const auto qs = parts_at_dots(q.substr(1));
  for (std::size_t i = 0; i < std::min(ps.size(), qs.size()); ++i)
    if (int c = slow_word_order(ps[i], qs[i])) return c;
  return ps.size() < qs.size() ? -1 : ps.size() > qs.size() ? 1 : 0;
}

TEST_CASE("the order of versions is what a word by word comparison says") {
  Random random(8);
  std::size_t valid = 0;
  for (int i = 0; i < 20'000; ++i) {
    const std::string a = random_version(random);
    const std::string b = random_version(random);
    if (is_semver(a) && is_semver(b)) ++valid;
    if (compare_semver(a, b) == (slow_order(a, b) <=> 0)) continue;
    CAPTURE(a, b);
    CHECK(compare_semver(a, b) == (slow_order(a, b) <=> 0));
  }
  CHECK(valid > 3'000);
}

}  // namespace
}  // namespace modgraph::test
