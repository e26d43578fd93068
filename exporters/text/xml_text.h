#pragma once

// Foreign text inside XML: as content or in a quoted attribute.

#include <string>
#include <string_view>

namespace modgraph {

/// `text` with markup characters as entities; control, bidirectional and
/// zero-width characters and invalid bytes made visible (printable.h), so that
/// what XML 1.0 forbids cannot occur. O(length).
std::string xml_text(std::string_view text);

}  // namespace modgraph
