// What `critical` makes of names that nobody should have.

#include "exporters/critical.h"

#include <nlohmann/json.hpp>

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

}  // namespace
}  // namespace modgraph
