#pragma once

// The answers to one question about several folders, as one document.

#include <span>
#include <string>
#include <vector>

#include "engine/document/document.h"
#include "exporters/document/document_csv.h"

namespace modgraph {

/// The shape of such a document: "cycles-of-folders" for "cycles". The shape
/// that it is made from must outlive it; it must not be moved.
class FoldersShape {
 public:
  explicit FoldersShape(const DocumentShape& one);
  FoldersShape(const FoldersShape&) = delete;
  FoldersShape& operator=(const FoldersShape&) = delete;

  const DocumentShape& shape() const { return shape_; }

 private:
  std::string name_;
  std::vector<FieldShape> answer_fields_;
  std::string answer_name_;
  RecordShape answer_;
  std::vector<FieldShape> fields_;
  DocumentShape shape_;
};

/// Each answer is a record with its folder before its own fields; `failed` are
/// the folders without one. The documents must outlive it.
Document joined_answers(std::span<const FolderDocument> answers,
                        const std::vector<std::string>& failed,
                        const FoldersShape& shape);

}  // namespace modgraph
