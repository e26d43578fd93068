#pragma once

// The main table of a document as CSV (RFC 4180).

#include <span>
#include <string>

#include "engine/document/document.h"
#include "exporters/text/sink.h"

namespace modgraph {

/// A head and a row for each record of the main table. A location takes three
/// columns, a record a column for each of its fields (`effect_added`); the
/// elements of a list share a cell, with blanks between them, and of a list of
/// records there is the number. What is not known is an empty cell. A document
/// without a main table has one row of its own fields.
/// O(length of the output).
void write_document_csv(const Document& document, Sink& out);

struct FolderDocument {
  std::string folder;
  const Document* document;
};

/// The tables of documents of one shape as one, with the folder as the first
/// column. Requires one document at least.
void write_folders_csv(std::span<const FolderDocument> documents, Sink& out);

}  // namespace modgraph
