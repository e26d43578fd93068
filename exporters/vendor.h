#pragma once

// Vendor candidates and the vendor folder, for people and as JSON.

#include "engine/report/answers/vendor_answer.h"
#include "exporters/sink.h"

namespace modgraph {

struct VendorTextOptions {
  /// Candidates below it are counted, not shown.
  int min_points = 3;
};

void write_vendor_text(const VendorAnswer& answer, Sink& out,
                       const VendorTextOptions& options = {});

/// {"schema_version": 1, "threshold": 4, "candidates": [...], "vendor": ...}:
/// all candidates; what is not known is null.
void write_vendor_json(const VendorAnswer& answer, Sink& out);

}  // namespace modgraph
