// Recorded builds: what our importer and schedule make of an action graph
// against a second reading of the same file, and whose packages they are
// against what `go list` says.

#include <cstdio>
#include <ctime>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "engine/analysis/build/build_schedule.h"
#include "engine/analysis/build/module_timings.h"
#include "importers/graph_text/graph_text.h"
#include "importers/timings/timings.h"
#include "tests/support/environment.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

using Json = nlohmann::json;

const std::vector<std::string> kRecorded = {"nats", "opa"};

// The files are ours: all times are UTC with nine digits at most.
std::int64_t nanoseconds(const std::string& time) {
  std::tm parts{};
  const char* const rest = strptime(time.c_str(), "%Y-%m-%dT%H:%M:%S", &parts);
  std::int64_t out = std::int64_t{timegm(&parts)} * 1'000'000'000;
  std::string digits;
  for (const char* c = rest + (*rest == '.'); *c != 'Z'; ++c) digits += *c;
  digits.resize(9, '0');
  return out + std::stol(digits);
}

struct SecondReading {
  std::map<std::uint64_t, std::int64_t> duration;  // by ID
  std::map<std::uint64_t, std::vector<std::uint64_t>> needs;
  std::map<std::uint64_t, std::string> package;
};

SecondReading second_reading(const std::string& file) {
  SecondReading out;
  for (const Json& action : Json::parse(test::read_file(file))) {
    const auto id = action.at("ID").get<std::uint64_t>();
    out.duration[id] = nanoseconds(action.at("TimeDone")) -
                       nanoseconds(action.at("TimeStart"));
    out.package[id] = action.at("Package");
    if (action.contains("Deps") && action.at("Deps").is_array())
      out.needs[id] = action.at("Deps").get<std::vector<std::uint64_t>>();
  }
  return out;
}

// The longest chain up to each action: every need is looked at until nothing
// grows any more.
std::map<std::uint64_t, std::int64_t> longest(const SecondReading& build) {
  std::map<std::uint64_t, std::int64_t> head = build.duration;
  for (bool grows = true; grows;) {
    grows = false;
    for (const auto& [id, needs] : build.needs) {
      for (const std::uint64_t need : needs) {
        const std::int64_t through = head[need] + build.duration.at(id);
        if (through <= head[id]) continue;
        head[id] = through;
        grows = true;
      }
    }
  }
  return head;
}

std::size_t check_schedule(const std::string& folder) {
  const SecondReading build = second_reading(folder + "/actiongraph.json");
  const auto head = longest(build);
  std::int64_t length = 0;
  std::int64_t total = 0;
  for (const auto& [id, t] : head) length = std::max(length, t);
  for (const auto& [id, t] : build.duration) total += t;

  const auto timings = parse_timings(
      "actions.json", test::read_file(folder + "/actiongraph.json"));
  REQUIRE(timings.has_value());
  CHECK(timings->missing.empty());
  CHECK(timings->actions.size() == build.duration.size());
  const BuildSchedule found = build_schedule(*timings);
  CHECK(found.length == static_cast<std::uint64_t>(length));
  CHECK(found.total == static_cast<std::uint64_t>(total));
  // The chain is one: each step needs the one before, and all of it counts.
  std::int64_t on_path = 0;
  std::uint64_t before = 0;
  for (const std::uint32_t a : found.path) {
    const std::uint64_t id = timings->actions[a].id;
    on_path += build.duration.at(id);
    CHECK(head.at(id) == on_path);
    CHECK(found.slack[a] == 0);
    if (a != found.path.front()) {
      const auto& needs = build.needs.at(id);
      CHECK(std::find(needs.begin(), needs.end(), before) != needs.end());
    }
    before = id;
  }
  CHECK(on_path == length);
  return 5 + 3 * found.path.size();
}

TEST_CASE("build schedules of the corpus") {
  const auto folder = test::corpus();
  if (!folder)
    return test::skip("corpus: schedules", "MODGRAPH_CORPUS is not set");
  std::size_t compared = 0;
  for (const std::string& name : kRecorded)
    compared += check_schedule(*folder + "/real/" + name);
  test::report("corpus: schedules", compared, "comparisons");
}

ModuleGraph graph_in(const std::string& folder) {
  auto text =
      parse_graph_text("graph.txt", test::read_file(folder + "/graph.txt"));
  return std::move(text.value().builder).freeze().value();
}

// Every package that `go list` lists, where it says which module has it.
std::size_t check_homes(const std::string& folder) {
  const ModuleGraph graph = graph_in(folder);
  std::istringstream stream(test::read_file(folder + "/packages.json"));
  std::size_t compared = 0;
  for (Json package; stream >> std::ws && !stream.eof() && stream >> package;) {
    const std::string path = package.at("ImportPath");
    const PackageHome home = home_of_package(graph, path);
    INFO(path);
    if (package.value("Standard", false)) {
      CHECK(home.origin == PackageOrigin::kStandard);
    } else if (package.contains("Module")) {
      REQUIRE(home.origin == PackageOrigin::kModule);
      CHECK(graph.path(home.module) == package.at("Module").at("Path"));
    } else {
      continue;
    }
    ++compared;
  }
  return compared;
}

TEST_CASE("packages of the corpus belong to the modules that go says") {
  const auto folder = test::corpus();
  if (!folder)
    return test::skip("corpus: packages", "MODGRAPH_CORPUS is not set");
  std::size_t compared = 0;
  for (const std::string& name : kRecorded)
    compared += check_homes(*folder + "/real/" + name);
  CHECK(compared > 1000);
  test::report("corpus: packages", compared, "packages");
}

TEST_CASE("no action of the corpus is without a home, and no time is lost") {
  const auto folder = test::corpus();
  if (!folder)
    return test::skip("corpus: module times", "MODGRAPH_CORPUS is not set");
  for (const std::string& name : kRecorded) {
    const std::string file = *folder + "/real/" + name + "/actiongraph.json";
    const auto timings = parse_timings("actions.json", test::read_file(file));
    const ModuleGraph graph = graph_in(*folder + "/real/" + name);
    const ModuleTimings found = module_timings(graph, timings.value());
    CHECK(found.unknown.empty());
    std::uint64_t sum = found.standard;
    for (const std::uint64_t t : found.duration) sum += t;
    for (std::size_t a = 0; a < timings->actions.size(); ++a)
      if (found.home[a].origin == PackageOrigin::kBuild)
        sum += timings->actions[a].duration;
    CHECK(sum == build_schedule(*timings).total);
  }
}

}  // namespace
}  // namespace modgraph
