#include "tests/support/random_text.h"

#include <span>
#include <string_view>
#include <vector>

namespace modgraph::test {
namespace {

using Pieces = std::vector<std::string_view>;

std::string_view pick(Random& random, const Pieces& pieces) {
  return pieces[below(random, pieces.size())];
}

std::string join(Random& random, const Pieces& pieces, std::size_t most,
                 std::string_view separator) {
  std::string out(pick(random, pieces));
  for (std::size_t n = below(random, most); n > 0; --n)
    out.append(separator).append(pick(random, pieces));
  return out;
}

// One text in ten gets a byte removed, doubled, or replaced.
std::string perhaps_damaged(Random& random, std::string text) {
  if (text.empty() || below(random, 10) != 0) return text;
  const std::size_t at = below(random, text.size());
  switch (below(random, 3)) {
    case 0:
      text.erase(at, 1);
      break;
    case 1:
      text.insert(at, 1, text[at]);
      break;
    default:
      text[at] = static_cast<char>(below(random, 256));
  }
  return text;
}

const Pieces kNumbers = {"0", "1", "2", "9", "10", "12", "99999999999999999999",
                         "01"};

}  // namespace

std::string random_version(Random& random) {
  static const Pieces kIdentifiers = {"0",
                                      "1",
                                      "2",
                                      "10",
                                      "rc",
                                      "alpha",
                                      "beta",
                                      "rc1",
                                      "-",
                                      "a-b",
                                      "00",
                                      "0a",
                                      "A",
                                      "20200101000000-abcdef",
                                      "20190101000000-0123456789ab"};
  static const Pieces kBuilds = {"incompatible", "meta", "01", "x-y", "dirty"};
  std::string out = "v" + join(random, kNumbers, 3, ".");
  if (below(random, 2) == 0) out += "-" + join(random, kIdentifiers, 4, ".");
  if (below(random, 5) == 0) out += "+" + join(random, kBuilds, 2, ".");
  return perhaps_damaged(random, out);
}

std::string random_go_version(Random& random) {
  static const Pieces kMinors = {
      "0", "9", "19", "20", "21", "22", "23", "021", "99999999999999999999"};
  static const Pieces kKinds = {"rc", "beta", "alpha", "x", "RC"};
  static const Pieces kPrefixes = {"", "", "", "", "go", "v"};
  std::string out(pick(random, kPrefixes));
  out += below(random, 4) == 0 ? pick(random, kNumbers) : "1";
  if (below(random, 8) != 0) out.append(".").append(pick(random, kMinors));
  if (below(random, 3) == 0) out.append(".").append(pick(random, kNumbers));
  if (below(random, 3) == 0)
    out.append(pick(random, kKinds)).append(pick(random, kNumbers));
  if (below(random, 8) == 0) out += "-custom";
  return perhaps_damaged(random, out);
}

std::string random_path(Random& random) {
  static const Pieces kHosts = {"example.com", "gopkg.in",    "gopkg.in",
                                "m",           "a-b.example", "Example.com",
                                "-x.y",        ".x.y"};
  static const Pieces kElements = {"a",     "b.go",     "A",
                                   "con",   "com1.x",   "x~1",
                                   "x~a",   "x.",       ".x",
                                   "..",    "c++",      "a b",
                                   "!a",    "v2",       "v1",
                                   "v02",   "v2.1",     "v",
                                   "",      "y.v1",     "y.v2",
                                   "y.v0",  "y.v",      "y.v3-unstable",
                                   "y.v01", "\xc3\xbc", "\xe2\x80\xae",
                                   "\xff",  "lpt10",    "a\tb",
                                   "it's"};
  std::string out(pick(random, kHosts));
  for (std::size_t n = below(random, 4); n > 0; --n)
    out.append("/").append(pick(random, kElements));
  return perhaps_damaged(random, out);
}

}  // namespace modgraph::test
