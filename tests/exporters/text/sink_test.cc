#include "exporters/text/sink.h"

#include <string>

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

}  // namespace
}  // namespace modgraph
