#include "importers/module_cache/version_info.h"

#include <nlohmann/json.hpp>
#include <sstream>

#include "importers/module_cache/module_facts.h"
#include "tests/support/environment.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// "version time", or "none".
std::string info(std::string_view text) {
  const auto info = parse_version_info(text);
  return info ? info->version + " " + info->time : "none";
}

std::string time(const std::string& text) {
  const std::string out = info("{\"Time\":" + text + "}");
  return out == "none" ? out : out.substr(1);
}

std::string nested(std::size_t depth) {
  return std::string(depth, '[') + std::string(depth, ']');
}

std::string nested_objects(std::size_t depth) {
  std::string out;
  for (std::size_t i = 0; i < depth; ++i) out += "{\"x\":";
  return out + "1" + std::string(depth, '}');
}

// Times as they may stand in a file: Go's answers are asked for below.
const std::vector<std::string> kTimes = {
    "null",
    "\"2024-02-29T01:02:03Z\"",
    "\"2024-02-29T01:02:03.000Z\"",
    "\"2024-02-29T01:02:03.1200Z\"",
    "\"2024-02-29T01:02:03.1234567890123Z\"",
    "\"2024-02-29T01:02:03.0000000001Z\"",
    "\"2024-02-29T01:02:03+00:00\"",
    "\"2024-02-29T01:02:03-00:00\"",
    "\"2024-02-29T01:02:03.50+02:00\"",
    "\"2024-02-29T01:02:03-23:59\"",
    "\"2023-02-29T01:02:03Z\"",
    "\"2024-02-29T24:00:00Z\"",
    "\"2024-02-29T1:02:03Z\"",
    "\"2024-02-29T01:02:03,5Z\"",
    "\"2024-02-29T01:02:60Z\"",
    "\"2024-02-29 01:02:03Z\"",
    "\"2024-02-29t01:02:03z\"",
    "\"2024-02-29T01:02:03\"",
    "\"0000-01-01T00:00:00Z\"",
    "\"9999-12-31T23:59:59Z\"",
    "\"\"",
    "0",
    "{}",
    "[]",
    "false"};

// Whole files; V stands for the version of the file.
const std::vector<std::string> kFiles = {
    "",
    "null",
    "{}",
    "[]",
    "1",
    "\"x\"",
    "true",
    "{",
    "{}{}",
    "{} x",
    " {}\n",
    "\xef\xbb\xbf{}",
    "{,}",
    "{\"Version\":\"V\",}",
    "{'Version':'V'}",
    "{\"Version\":\"V\"}",
    "{\"Version\":null}",
    "{\"Version\":5}",
    "{\"Version\":[]}",
    "{\"Version\":{}}",
    "{\"vErSiOn\":\"V\"}",
    "{\"Version\":\"v9.9.9\",\"version\":\"V\"}",
    "{\"Version\":\"V\",\"Version\":null}",
    "{\"Version\":\"V\",\"Name\":5,\"Short\":[{\"Version\":1}]}",
    "{\"Version\":\"V\",\"Origin\":null}",
    "{\"Version\":\"V\",\"Origin\":5}",
    "{\"Version\":\"V\",\"Origin\":[]}",
    "{\"Version\":\"V\",\"Origin\":\"git\"}",
    "{\"Version\":\"V\",\"Origin\":{}}",
    "{\"Version\":\"V\",\"Origin\":{\"VCS\":\"git\",\"hash\":null,\"More\":1}}",
    "{\"Version\":\"V\",\"Origin\":{\"VCS\":5}}",
    "{\"Version\":\"V\",\"Origin\":{\"URL\":{}}}",
    "{\"Version\":\"V\",\"Origin\":{\"reposum\":true}}",
    "{\"Version\":\"V\",\"Origin\":{\"More\":{\"VCS\":5},\"VCS\":\"x\"}}",
    "{\"Version\":\"V\",\"Other\":{\"VCS\":5,\"Time\":5}}",
    "{\"Version\":\"V\",\"Time\":\"2024-02-29T01:02:03Z\",\"Time\":null}",
    "{\"Version\":\"\\u0056\\n<&>\\u2028\"}",
    "{\"Version\":\"V\",\"x\":" + nested(9'998) + "}",
    "{\"Version\":\"V\",\"x\":" + nested(9'999) + "}",
    "{\"Version\":\"V\",\"x\":" + nested(10'000) + "}",
    "{\"Version\":\"V\",\"x\":" + nested_objects(9'999) + "}",
    "{\"Version\":\"V\",\"x\":" + nested_objects(10'000) + "}"};

TEST_CASE("a .info file") {
  CHECK(info("{\"Version\":\"v1.0.0\",\"Time\":\"2024-02-29T01:02:03Z\"}") ==
        "v1.0.0 2024-02-29T01:02:03Z");
  CHECK(info("{}") == " 0001-01-01T00:00:00Z");
  CHECK(info("{\"version\":\"a\",\"TIME\":null,\"x\":[1,{\"Version\":2}]}") ==
        "a 0001-01-01T00:00:00Z");
  CHECK(info("[]") == "none");
  CHECK(info("17") == "none");
  CHECK(info("{\"Version\":17}") == "none");
  CHECK(info("{\"Origin\":{\"VCS\":17}}") == "none");
}

TEST_CASE("times are written as Go writes them") {
  CHECK(time("\"2024-02-29T01:02:03.1200Z\"") == "2024-02-29T01:02:03.12Z");
  CHECK(time("\"2024-02-29T01:02:03.000+00:00\"") == "2024-02-29T01:02:03Z");
  CHECK(time("\"2024-02-29T01:02:03+02:00\"") == "2024-02-29T01:02:03+02:00");
  CHECK(time("\"2023-02-29T01:02:03Z\"") == "none");
}

TEST_CASE("depth costs nothing") {
  CHECK(info("{\"x\":" + nested(500'000) + "}") == "none");
  CHECK(info(nested(500'000)) == "none");
  CHECK(info("{\"x\":" + std::string(1'000'000, '[')) == "none");
  std::string objects;
  for (int i = 0; i < 100'000; ++i) objects += "{\"x\":";
  CHECK(info(objects) == "none");
}

TEST_CASE("odd .info files mean what the go command makes of them") {
  if (!test::go_root())
    return test::skip("odd .info files", "there is no go command");
  std::vector<std::string> files = kFiles;
  for (const std::string& t : kTimes)
    files.push_back("{\"Version\":\"V\",\"Time\":" + t + "}");

  const test::TemporaryFolder folder;
  std::string main = "module m\ngo 1.21\n";
  std::vector<ModuleToDescribe> modules;
  for (std::size_t i = 0; i < files.size(); ++i) {
    // Sorted as the build list is.
    const std::string path = "a.b/m" + std::to_string(100 + i);
    main += "require " + path + " v1.0.0\n";
    std::string text = files[i];
    if (const auto at = text.find('V', text.find(':')); at != text.npos)
      text.replace(at, 1, "v1.0.0");
    const std::string base = "cache/cache/download/" + path + "/@v/v1.0.0";
    folder.write(base + ".info", text);
    folder.write(base + ".mod", "module " + path + "\n");
    modules.emplace_back().module = {path, "v1.0.0"};
  }
  folder.write("p/go.mod", main);
  test::ProcessOptions options;
  options.directory = folder.path() + "/p";
  options.environment = {"GOMODCACHE=" + folder.path() + "/cache",
                         "GOPROXY=off",
                         "GOFLAGS=",
                         "GOENV=off",
                         "GOWORK=off",
                         "GOTOOLCHAIN=local"};
  const auto listed = test::run(
      {"go", "list", "-e", "-mod=mod", "-m", "-json", "all"}, options);
  INFO(listed.err);
  FactsOptions facts;
  facts.module_cache = folder.path() + "/cache";
  const auto ours = describe_modules(modules, facts);
  std::istringstream objects(listed.out);
  nlohmann::json go;
  objects >> go;  // the main module
  for (std::size_t i = 0; i < ours.size(); ++i) {
    objects >> go;
    INFO(files[i].substr(0, 80) << go);
    CHECK(ours[i].path == go["Path"]);
    CHECK(ours[i].error.empty() == !go.contains("Error"));
    CHECK(ours[i].version == go.value("Version", ""));
    CHECK(ours[i].time == go.value("Time", ""));
    CHECK(ours[i].go_mod == go.value("GoMod", ""));
  }
  test::report("odd .info files", ours.size(), "compared with `go list`");
}

}  // namespace
}  // namespace modgraph
