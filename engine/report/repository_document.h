#pragma once

// The reports of several folders as a document.
// Tested by tests/engine/report/report_document_test.cc.

#include <cstdint>

#include "engine/document/document.h"
#include "engine/report/repository_report.h"

namespace modgraph {

extern const DocumentShape kRepositoryShape;

/// Whether each folder's own report is in the document too: people are not
/// shown those.
enum class FolderReports : std::uint8_t { kInFull, kLeftOut };

/// `combined` is what combined_report() makes of the reports. Borrows: both
/// must outlive it.
Document repository_document(const RepositoryReport& report,
                             const Report& combined,
                             FolderReports folders = FolderReports::kInFull);

}  // namespace modgraph
