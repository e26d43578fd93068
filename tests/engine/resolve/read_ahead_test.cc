#include "engine/resolve/read_ahead.h"

#include <atomic>
#include <chrono>
#include <deque>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "engine/base/parallel.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// Answers with the name of what it was asked for; some take their time.
class NamingSource : public ModuleSource {
 public:
  SourceAnswer read(const ModuleVersion& module, ModuleSummary spare) override {
    ++reads;
    if (module.path == "bad") throw std::runtime_error("bad");
    if (reads % 7 == 0)
      std::this_thread::sleep_for(std::chrono::microseconds(200));
    spare.text.assign(module.path.begin(), module.path.end());
    spare.path = {spare.text.data(), spare.text.size()};
    return {std::move(spare), {}};
  }
  std::atomic<int> reads = 0;
};

std::string answered(ReadAhead& ahead) {
  SourceAnswer answer = ahead.take();
  std::string out(answer.summary->path);
  ahead.give_back(std::move(*answer.summary));
  return out;
}

TEST_CASE("answers come in the order of the questions") {
  for (const std::size_t threads : {1U, 2U, 8U}) {
    const ThreadLimit limit(threads);
    NamingSource source;
    ReadAhead ahead(source);
    std::deque<ModuleVersion> asked;
    const auto ask = [&] {
      ahead.ask(asked.emplace_back(
          ModuleVersion{"m" + std::to_string(asked.size()), "v1.0.0"}));
    };
    ahead.begin();
    // As the loader does: every answer brings new questions.
    for (int i = 0; i < 40; ++i) ask();
    std::size_t taken = 0;
    for (; taken < asked.size(); ++taken) {
      REQUIRE(answered(ahead) == asked[taken].path);
      if (taken < 400) ask();
      if (taken % 10 == 0 && taken < 200) ask();
    }
    ahead.end();
    CHECK(taken == 40 + 400 + 20);
    CHECK(source.reads == static_cast<int>(taken));
  }
}

TEST_CASE("what was asked for stays asked when the other threads go") {
  NamingSource source;
  ReadAhead ahead(source);
  std::deque<ModuleVersion> asked;
  for (int i = 0; i < 100; ++i)
    asked.push_back({"m" + std::to_string(i), "v1.0.0"});
  ahead.begin();
  for (const ModuleVersion& m : asked) ahead.ask(m);
  ahead.end();
  for (const ModuleVersion& m : asked) REQUIRE(answered(ahead) == m.path);
  CHECK(source.reads == 100);
}

TEST_CASE("an exception comes out where its answer is taken") {
  for (const std::size_t threads : {1U, 8U}) {
    const ThreadLimit limit(threads);
    NamingSource source;
    ReadAhead ahead(source);
    const ModuleVersion good{"good", "v1.0.0"}, bad{"bad", "v1.0.0"};
    ahead.begin();
    for (int i = 0; i < 50; ++i) ahead.ask(i == 25 ? bad : good);
    for (int i = 0; i < 50; ++i) {
      if (i == 25)
        CHECK_THROWS_AS(ahead.take(), std::runtime_error);
      else
        REQUIRE(answered(ahead) == "good");
    }
  }
}

}  // namespace
}  // namespace modgraph
