#include "engine/base/per_thread.h"

#include <catch2/catch.hpp>
#include <thread>

namespace modgraph {
namespace {

int g_alive = 0;
struct Counted {
  Counted() { ++g_alive; }
  Counted(const Counted&) = delete;
  Counted& operator=(const Counted&) = delete;
  ~Counted() { --g_alive; }
  int value = 0;
};

TEST_CASE("each thread has its own, as long as it lives") {
  static PerThread<Counted> counted;
  counted.get().value = 1;
  int seen = -1;
  int alive = 0;
  std::thread([&] {
    seen = counted.get().value;
    counted.get().value = 2;
    alive = g_alive;
  }).join();
  CHECK(seen == 0);
  CHECK(alive == 2);
  CHECK(g_alive == 1);
  CHECK(counted.get().value == 1);
}

}  // namespace
}  // namespace modgraph
