// What `critical`, `cut` and `rank` make of names that nobody should have.

#include "exporters/critical.h"

#include <nlohmann/json.hpp>

#include "exporters/cut.h"
#include "exporters/ranking.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

const std::string kHostile = "a\x1b[31m\"\\\n\xff@v1.0.0";

template <class Answer>
std::string written(void (*write)(const Answer&, Sink&), const Answer& answer) {
  Sink sink;
  write(answer, sink);
  return std::move(sink).take_text();
}

// No escape sequences, no line breaks of theirs, nothing that is not UTF-8.
void check_text(const std::string& text) {
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find('\xff') == std::string::npos);
  CHECK(text.find("\\\n") == std::string::npos);
}

TEST_CASE("a critical path of hostile names") {
  CriticalAnswer answer;
  answer.weight = PathWeight::kBuild;
  const WeighedModule module{kHostile, 5, 0, 3};
  answer.path = {{module, module, module, module, module}};
  answer.modules = {module};
  answer.unknown = {kHostile};
  answer.bottlenecks = {module};
  answer.schedule = ScheduleAnswer{
      5, 5, 5, {{kHostile, kHostile, kHostile, 5}}, {{kHostile, 1, 5, 5, 0}}};
  check_text(written(write_critical_text, answer));
  const auto json = nlohmann::json::parse(written(write_critical_json, answer));
  CHECK(json.at("path").at(0).size() == 5);
  CHECK(json.at("schedule").at("path").at(0).at("seconds") == 5e-9);
  CHECK(json.at("modules").at(0).at("slack") == 0);
}

TEST_CASE("a cut and a ranking of hostile names") {
  CutAnswer cut;
  cut.module = kHostile;
  cut.reached = true;
  cut.smallest = cut.own = {{kHostile, kHostile, false, std::nullopt}};
  cut.unselected_requirers = {kHostile};
  check_text(written(write_cut_text, cut));
  CHECK(nlohmann::json::parse(written(write_cut_json, cut))
            .at("smallest")
            .at(0)
            .at("file")
            .is_null());
  RankingAnswer ranking;
  ranking.by = RankBy::kBetweenness;
  ranking.modules = {{kHostile, 1, 2, std::nullopt, 3u, 4u, 0.5}};
  check_text(written(write_ranking_text, ranking));
  const auto json = nlohmann::json::parse(written(write_ranking_json, ranking));
  CHECK(json.at("modules").at(0).at("reaches").is_null());
  CHECK(json.at("modules").at(0).at("betweenness") == 0.5);
}

}  // namespace
}  // namespace modgraph
