#pragma once

// Pictures for exporter tests: one with every sign, one with hostile texts.

#include <string>
#include <string_view>
#include <vector>

#include "engine/report/picture.h"

namespace modgraph::test {

/// Every kind of box and line once.
Picture every_sign();

/// Texts that try to leave the place where they are put.
const std::vector<std::string>& hostile_texts();

/// A picture with `text` in every field that input decides.
Picture picture_with(const std::string& text);

}  // namespace modgraph::test
