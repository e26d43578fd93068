#include "exporters/text/sink.h"

#include <string>

#include "engine/base/parallel.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

TEST_CASE("bytes come out in order, whether put whole or not") {
  std::string taken;
  Sink out([&](std::string_view bytes) {
    taken += bytes;
    return true;
  });
  const std::string large(std::size_t{1} << 19, 'x');
  out.put("a");
  out.put('b');
  out.put_number(12);
  out.put_whole(large);
  out.put(large);
  out.put("end");
  out.flush();
  CHECK((taken == "ab12" + large + large + "end"));
}

TEST_CASE("after a refusal nothing is handed over") {
  int calls = 0;
  Sink out([&](std::string_view) {
    ++calls;
    return false;
  });
  out.put_whole("a");
  out.put_whole("b");
  out.flush();
  CHECK(out.failed());
  CHECK(calls == 1);
}

TEST_CASE("a sink of its own keeps everything") {
  const std::string large(std::size_t{1} << 19, 'x');
  Sink own;
  own.put(large);
  own.put_whole("b");
  own.put('c');
  const std::string text = std::move(own).take_text();
  CHECK(text == large + "bc");
}

std::string in_pieces(std::size_t work, std::size_t count) {
  Sink out;
  put_in_pieces(out, work, count,
                [](Sink& sink, std::size_t begin, std::size_t end) {
                  for (std::size_t i = begin; i < end; ++i)
                    sink.put(std::to_string(i) + ",");
                });
  return std::move(out).take_text();
}

TEST_CASE("pieces of any number come out in order") {
  for (const std::size_t count : {0u, 1u, 127u, 128u, 129u, 8192u, 20000u}) {
    std::string expected;
    for (std::size_t i = 0; i < count; ++i) expected += std::to_string(i) + ",";
    CHECK(in_pieces(0, count) == expected);
    CHECK(in_pieces(kWorthThreads, count) == expected);
  }
}

TEST_CASE("nothing is written any more when nobody takes it") {
  std::size_t written = 0;
  Sink closed([](std::string_view) { return false; });
  put_in_pieces(closed, 0, 1'000'000,
                [&](Sink& sink, std::size_t begin, std::size_t end) {
                  written += end - begin;
                  sink.put("some text");
                });
  CHECK(written < 100'000);
}

}  // namespace
}  // namespace modgraph
