#include "importers/timings/timings.h"

#include "tests/support/test.h"

namespace modgraph {
namespace {

// "a.b/c@v1.0.0 250000000 (2) | ...": nanoseconds and line; or the errors.
std::string read_timings(std::string_view text) {
  const auto timings = parse_timings("t.csv", text);
  std::string out;
  if (!timings) {
    for (const Error& e : timings.error())
      out += (out.empty() ? "" : "; ") + std::to_string(e.where.line) + ":" +
             std::to_string(e.where.column) + " " + e.message;
    return out;
  }
  for (const ModuleDuration& m : timings->modules)
    out += (out.empty() ? "" : " | ") + m.path +
           (m.version.empty() ? "" : "@" + m.version) + " " +
           std::to_string(m.duration) + " (" + std::to_string(m.line) + ")";
  return out;
}

TEST_CASE("modules with their seconds") {
  CHECK(read_timings("module,seconds\na.b/c,0.25\na.b/d@v1.2.0,3\n") ==
        "a.b/c 250000000 (2) | a.b/d@v1.2.0 3000000000 (3)");
  CHECK(read_timings("a.b/c,0.25") == "a.b/c 250000000 (1)");
}

TEST_CASE("what spreadsheets and people add") {
  CHECK(read_timings("\xef\xbb\xbf\"module\",\"seconds\"\r\n\r\n# slow\r\n"
                     " \"a.b/c\" ,\t\"1\"\r\n") == "a.b/c 1000000000 (4)");
}

TEST_CASE("numbers are decimal and have limits") {
  CHECK(read_timings("a.b/c,0") == "a.b/c 0 (1)");
  CHECK(read_timings("a.b/c,0.0000000019") == "a.b/c 1 (1)");
  CHECK(read_timings("a.b/c,1000000000") == "a.b/c 1000000000000000000 (1)");
  for (const std::string number :
       {"", "-1", "1e9", "1.", ".5", "0x1", "1,5", "1000000001", "NaN",
        "99999999999999999999"}) {
    CAPTURE(number);
    CHECK(read_timings("a.b/c," + number).starts_with("1:7 '"));
  }
}

TEST_CASE("centuries are too long") {
  std::string text;
  for (int i = 0; i < 10; ++i)
    text += "a.b/c" + std::to_string(i) + ",1000000000\n";
  CHECK(read_timings(text) == "10:8 these modules take centuries in total");
}

TEST_CASE("every wrong line is told") {
  CHECK(read_timings("a.b/c;1\nA b,1\na.b/c@master,1\na.b/d,x\n") ==
        "1:1 this line has no comma; "
        "2:1 'A b' is not a module path: invalid char ' '; "
        "3:7 'master' is not a version; "
        "4:7 'x' is not a number of seconds from 0 to 1000000000");
}

TEST_CASE("a module stands once") {
  CHECK(read_timings("a.b/c,1\na.b/d,1\na.b/c@v1.0.0,1\n") ==
        "3:1 'a.b/c' is on line 1 too");
}

TEST_CASE("a table without modules") {
  CHECK(read_timings("") == "1:1 there is no module in this table");
  CHECK(read_timings("module,seconds\n") ==
        "1:1 there is no module in this table");
}

TEST_CASE("JSON is an action graph") {
  CHECK(read_timings(" \n{}") == "2:1 this is one object, not a list");
  CHECK(parse_timings("f", "\xef\xbb\xbf [{\"ID\": 1}]")->from_actions());
}

}  // namespace
}  // namespace modgraph
