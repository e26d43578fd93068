#pragma once

// The reports of several folders as one document.
// Tested by tests/engine/report/report_document_test.cc.

#include "engine/document/document.h"
#include "engine/report/repository_report.h"

namespace modgraph {

extern const DocumentShape kRepositoryShape;

/// Borrows: the report must outlive it.
Document repository_document(const RepositoryReport& report);

}  // namespace modgraph
