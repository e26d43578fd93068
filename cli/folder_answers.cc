#include "cli/folder_answers.h"

namespace modgraph {

FoldersShape::FoldersShape(const DocumentShape& one)
    : name_(std::string(one.name) + "-of-folders"),
      answer_name_(std::string(one.name) + "_answer") {
  answer_fields_ = {
      field("folder", FieldType::kText, "the folder that was asked about")};
  answer_fields_.insert(answer_fields_.end(), one.top.fields.begin(),
                        one.top.fields.end());
  answer_ = {answer_name_, answer_fields_};
  fields_ = {records("answers", answer_, "the answer about each folder"),
             list_of("failed", FieldType::kText, "folders without an answer")};
  shape_ = {name_, one.says, {"answers", fields_}, "answers"};
}

Document joined_answers(std::span<const FolderDocument> answers,
                        const std::vector<std::string>& failed,
                        const FoldersShape& shape) {
  return Document(shape.shape(), [&](RecordWriter& w) {
    w.begin_list("answers", {.max_shown = answers.size()});
    for (const FolderDocument& one : answers) {
      w.begin_record({});
      w.text("folder", one.folder);
      w.say("{folder}");
      w.append(*one.document);
      w.end_record();
    }
    w.end_list();
    w.texts("failed", failed, {.title = "folders without an answer"});
  });
}

}  // namespace modgraph
