#include "engine/layout/text_width.h"

#include "tests/support/test.h"

namespace modgraph {
namespace {

TEST_CASE("the width of a text is the sum of its letters") {
  CHECK(text_width("", FontWeight::kRegular) == 0);
  CHECK(text_width("il", FontWeight::kRegular) == Approx(0.556));
  CHECK(text_width("golang", FontWeight::kRegular) ==
        Approx(text_width("go", FontWeight::kRegular) +
               text_width("lang", FontWeight::kRegular)));
}

TEST_CASE("bold is wider, and so is East Asian text") {
  CHECK(text_width("module", FontWeight::kBold) >
        text_width("module", FontWeight::kRegular));
  CHECK(text_width("\xe4\xb8\x96", FontWeight::kRegular) == 1.0);
  CHECK(text_width("\xc3\xa9", FontWeight::kRegular) == Approx(0.65));
}

}  // namespace
}  // namespace modgraph
