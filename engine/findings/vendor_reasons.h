#pragma once

// Why to keep a copy of a module: the reasons in words.

#include <string>
#include <string_view>

#include "engine/analysis/build/vendor_candidates.h"

namespace modgraph {

/// "pseudo-version": the name of a reason in JSON and in short lists.
std::string_view vendor_reason_name(VendorReason reason);

/// "published 2018-12-26, years before the newest module of the build".
std::string vendor_reason_text(const VendorPoint& point);

/// "12.3 KiB".
std::string size_text(std::uint64_t bytes);

}  // namespace modgraph
