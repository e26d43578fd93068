#include "importers/json/json_stream.h"

#include <array>

#include "tests/support/test.h"

namespace modgraph::test {
namespace {

struct Part {
  std::string name;
  std::size_t name_at = 0;
  bool big = false;
  std::vector<std::string> tags;
  std::string maker;
  int line = 0;
};

using Row = JsonMember<Part>;

constexpr JsonField name_field() {
  JsonField out = Row::text<&Part::name>("Name");
  out.has_form = [](std::string_view text) { return text != "?"; };
  out.form = "a name";
  out.place = [](void* part) { return &static_cast<Part*>(part)->name_at; };
  return out;
}

constexpr std::array kMakerFields = {Row::text<&Part::maker>("Name")};
constexpr JsonObjectType kMaker{kMakerFields};

// Goes into the part itself, and null takes it away.
constexpr JsonField maker_field() {
  JsonField out{"Maker", JsonType::kObject};
  out.open_object = [](void* part) { return part; };
  out.object = &kMaker;
  out.clear = [](void* part) { static_cast<Part*>(part)->maker.clear(); };
  return out;
}

constexpr std::array kFields = {
    name_field(),
    Row::flag<&Part::big>("Big"),
    Row::texts<&Part::tags>("Tags"),
    maker_field(),
};

constexpr std::array kForeign = {
    ForeignField{"Planet", "is about the sky", "look up"}};

constexpr JsonStreamType kParts{
    {kFields, false,
     [](void* part) { return &static_cast<Part*>(part)->line; }},
    kForeign,
    2,
    "write it again",
    "write it as UTF-8",
    "there is no part",
    [](std::string_view, std::size_t at) {
      return JsonStreamFault{at, "no part begins here", "look here"};
    }};

// The parts, one a line, then the errors.
std::string read_parts(std::string_view text) {
  std::string out;
  JsonStreamReader reader("parts.json", text, kParts);
  for (Part part; reader.read(&part); part = {}) {
    out += std::to_string(part.line) + ": " + part.name;
    if (part.name_at > 0) out += " at " + std::to_string(part.name_at);
    if (part.big) out += " big";
    for (const std::string& tag : part.tags) out += " #" + tag;
    if (!part.maker.empty()) out += " by " + part.maker;
    out += "\n";
    if (part.name == "wrong") reader.refuse({part.name_at, "this is wrong"});
  }
  for (const Error& e : reader.errors())
    out += std::to_string(e.where.line) + ":" + std::to_string(e.where.column) +
           ": " + e.message + " (" + e.hint + ")\n";
  return out;
}

TEST_CASE("rows of a table put values where they belong") {
  CHECK(read_parts(R"({"Name": "a", "Big": true, "Tags": ["x", "y"]} {}
{"Maker": {"Name": "m"}, "Name": "b"})") ==
        "1: a at 9 big #x #y\n1: \n2: b at 83 by m\n");
}

TEST_CASE("unknown fields are skipped, whatever is in them") {
  CHECK(read_parts(R"({"x": {"Name": [1, {"Big": 2}]}, "Name": "a", "y": null,
                 "name": "b", "z": -1.5e3})") == "1: a at 41\n");
}

TEST_CASE("the last of repeated fields counts, and null clears some") {
  CHECK(read_parts(
            R"({"Name": "a", "Name": "b", "Tags": ["x"], "Tags": ["y"]})") ==
        "1: b at 22 #y\n");
  CHECK(read_parts(R"({"Name": "a", "Name": null})") == "1: a at 9\n");
  CHECK(read_parts(R"({"Maker": {"Name": "m"}, "Maker": null})") == "1: \n");
}

TEST_CASE("a value of the wrong type ends the reading") {
  CHECK(
      read_parts(R"({"Big": true} {"Big": "yes"} {})") ==
      "1:  big\n1:23: 'Big' is a string, where `go list` writes true or false "
      "(write it again)\n");
  CHECK(read_parts(R"({"Tags": ["x", {}]})") ==
        "1:16: an element of 'Tags' is an object, where `go list` writes a "
        "string (write it again)\n");
  CHECK(read_parts(R"({"Tags": [null]})") ==
        "1:11: an element of 'Tags' is null, where `go list` writes a string "
        "(write it again)\n");
  CHECK(read_parts(R"({"Name": 1})") ==
        "1:10: 'Name' is a number, where `go list` writes a string "
        "(write it again)\n");
  CHECK(read_parts(R"({"Maker": []})") ==
        "1:11: 'Maker' is a list, where `go list` writes an object "
        "(write it again)\n");
  CHECK(read_parts(R"({"Name": "?"})") ==
        "1:10: 'Name' is '?', which is not a name (write it again)\n");
}

TEST_CASE("text that is not a stream of these objects is refused") {
  CHECK(read_parts("") == "1:1: there is no part (write it again)\n");
  CHECK(read_parts("{} x") == "1: \n1:4: no part begins here (look here)\n");
  CHECK(read_parts("{\"Name\": \"a\"") ==
        "1:13: the text ends inside the object of line 1 (write it again)\n");
  CHECK(read_parts("\xff\xfe{") ==
        "1:1: this text is UTF-16, not UTF-8 (write it as UTF-8)\n");
  CHECK(read_parts("\xef\xbb\xbf{}") == "1: \n");
  CHECK(read_parts(R"({"Planet": 1})") ==
        "1:2: this object is about the sky (it has 'Planet') (look up)\n");
}

TEST_CASE("the reading goes on after an object that the caller refuses") {
  const std::string wrong = R"({"Name": "wrong"})";
  CHECK(read_parts(wrong + "\n{}") ==
        "1: wrong at 9\n2: \n1:10: this is wrong (write it again)\n");
  CHECK(read_parts(wrong + "\n" + wrong + "\n{}") ==
        "1: wrong at 9\n2: wrong at 27\n1:10: this is wrong (write it again)\n"
        "2:10: this is wrong (write it again)\n");
}

}  // namespace
}  // namespace modgraph::test
