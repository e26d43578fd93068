#pragma once

// The report as a document: all that one analysis says, row by row.
// Tested by tests/engine/report/report_document_test.cc and, number by number,
// by tests/reference/report_reference.py.

#include <span>

#include "engine/document/document.h"
#include "engine/report/report.h"

namespace modgraph {

extern const DocumentShape kReportShape;
/// A finding, as all documents have it.
extern const RecordShape kFindingShape;

/// The same for one that folders share: with their names.
extern const RecordShape kSharedFindingShape;

/// Borrows: the report must outlive it. Findings, modules and the members of
/// cycles are written when they are needed. O(1).
Document report_document(const Report& report);

/// Its fields alone.
void put_report(RecordWriter& out, const Report& report);

void put_finding(RecordWriter& out, const Finding& finding);

/// A list of findings under this key; it borrows them.
void put_findings(RecordWriter& out, std::string_view key,
                  std::span<const Finding> findings);

/// A list of those of several folders.
void put_shared_findings(RecordWriter& out, std::string_view key,
                         std::span<const Finding> findings);

}  // namespace modgraph
