#include "importers/go_env/go_variables.h"

#include "tests/support/test.h"

namespace modgraph {
namespace {

// The words with | between them, or what is wrong.
std::string flag_words(std::string_view text) {
  const auto flags = parse_go_flags(text);
  if (!flags) return flags.error().front().message;
  std::string out;
  for (const std::string& word : *flags) out += (out.empty() ? "" : "|") + word;
  return out;
}

std::string value(std::string_view text, std::string_view name) {
  const auto value = go_flag(*parse_go_flags(text), name);
  return value ? *value : value.error().front().message;
}

TEST_CASE("GOFLAGS is split at blanks and quotes") {
  CHECK(flag_words("") == "");
  CHECK(flag_words(" \t\r\n") == "");
  CHECK(flag_words(" -mod=mod\t--x \r\n-y ") == "-mod=mod|--x|-y");
  CHECK(flag_words("'-ldflags=-s -w' \"-a='b'\"") == "-ldflags=-s -w|-a='b'");
  // Quotes count at the beginning of a word only; nothing is escaped.
  CHECK(flag_words("-a='b c=-d") == R"(parsing $GOFLAGS: non-flag "c=-d")");
  CHECK(flag_words("-a='b") == "-a='b");
  CHECK(flag_words("'-a'-b") == "-a|-b");
  CHECK(flag_words("'-a") == "parsing $GOFLAGS: unterminated ' string");
  CHECK(flag_words("\"-a\\\"") == "-a\\");
}

TEST_CASE("every word of GOFLAGS is a flag") {
  const auto refused = [](const std::string& word) {
    return flag_words("-a " + word) ==
           "parsing $GOFLAGS: non-flag \"" + word + "\"";
  };
  CHECK(refused("mod"));
  CHECK(refused("-"));
  CHECK(refused("--"));
  CHECK(refused("---x"));
  CHECK(refused("-=x"));
  CHECK(refused("--=x"));
  CHECK(flag_words("''") == "parsing $GOFLAGS: non-flag \"\"");
  CHECK(flag_words("'a\nb'") == R"(parsing $GOFLAGS: non-flag "a\nb")");
  CHECK(flag_words("-mod mod") == R"(parsing $GOFLAGS: non-flag "mod")");
}

TEST_CASE("the last value of a flag counts") {
  CHECK(value("", "mod") == "");
  CHECK(value("-mod=mod", "mod") == "mod");
  CHECK(value("--mod=mod -mod=vendor", "mod") == "vendor");
  CHECK(value("-mod=mod -mod=", "mod") == "");
  CHECK(value("-modfile=a=b", "modfile") == "a=b");
  CHECK(value("-modfile=x -modcacherw", "mod") == "");
  CHECK(value("-mod", "mod") == "flag needs an argument: -mod (from $GOFLAGS)");
  CHECK(value("--modfile -mod=mod", "modfile") ==
        "flag needs an argument: -modfile (from $GOFLAGS)");
}

}  // namespace
}  // namespace modgraph
