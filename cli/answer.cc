#include "cli/answer.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "cli/flags/output_flags.h"
#include "cli/pictures.h"
#include "cli/project/folders.h"
#include "cli/project/import_folders.h"
#include "cli/terminal/diagnostics.h"
#include "cli/terminal/output_file.h"
#include "exporters/document/document_csv.h"
#include "exporters/document/document_json.h"
#include "exporters/document/document_text.h"
#include "exporters/html/document_html.h"
#include "exporters/markdown/document_markdown.h"

namespace modgraph {
namespace {

void print_notes(const ImportedProject& imported, const std::string& before,
                 const Diagnostics& to) {
  for (const std::string& note : imported.notes) print_note(before + note, to);
  for (const std::string& why : imported.project.partial_because)
    print_note(before + "partial: " + why, to);
}

void write_document(const Document& document, std::string_view format,
                    Length length, Sink& out) {
  if (format == "json")
    write_document_json(document, out);
  else if (format == "csv")
    write_document_csv(document, out);
  else if (format == "markdown")
    write_document_markdown(document, length, out);
  else if (format == "html")
    write_document_html(document, out);
  else
    write_document_text(document, length, out);
}

bool is_document_format(std::string_view name) {
  const auto all = document_formats();
  return std::find(all.begin(), all.end(), name) != all.end();
}

// The answers about several folders as one document: each is a record of a
// list, with its folder before its own fields.
class FolderAnswers {
 public:
  void add(std::string folder, std::unique_ptr<ImportedFolder> about,
           Answer answer) {
    answers_.push_back(
        {std::move(folder), std::move(about), std::move(answer)});
  }
  bool empty() const { return answers_.empty(); }

  Answer join() const {
    const DocumentShape& one = answers_.front().answer.document.shape();
    static DocumentShape shape;  // the document points to it
    static RecordShape record;
    static std::vector<FieldShape> fields;
    static std::vector<FieldShape> top;
    fields = {field("folder", FieldType::kText, "the folder that was asked")};
    fields.insert(fields.end(), one.top.fields.begin(), one.top.fields.end());
    record = {one.name, fields};
    top = {records("answers", record, "the answer about each folder")};
    shape = {one.name, one.says, {"answers", top}, one.main_table};
    Answer out{Document(shape, [&](RecordWriter& w) {
      w.begin_list("answers");
      for (const One& a : answers_) {
        w.begin_record({});
        w.text("folder", a.folder);
        w.say("{folder}");
        w.append(a.answer.document);
        w.end_record();
      }
      w.end_list();
    })};
    for (const One& a : answers_) out.code = std::max(out.code, a.answer.code);
    return out;
  }

 private:
  struct One {
    std::string folder;
    std::unique_ptr<ImportedFolder> about;  // what the answer borrows from
    Answer answer;
  };
  std::vector<One> answers_;
};

ExitCode answer_folders(const std::vector<std::string>& folders,
                        const QuestionOptions& options,
                        const GlobalOptions& global, Wanted wanted,
                        const MakeAnswer& make) {
  const Diagnostics to{global.colour};
  for (const OutputOption& output : options.outputs)
    if (!is_document_format(output.format))
      return report_errors(
          {usage_error(
              output.format + " shows one build, and several folders are named",
              "name one folder, or write another format")},
          to);
  ImportedFolders imported =
      import_folders(folders, options.inputs, global, wanted);
  FolderAnswers all;
  Errors errors = std::move(imported.errors);
  for (auto& one : imported.folders) {
    print_notes(one->imported, one->folder + ": ", to);
    auto answer = make({one->imported, one->plan, global});
    if (answer) {
      std::string folder = one->folder;
      all.add(std::move(folder), std::move(one), std::move(*answer));
      continue;
    }
    for (Error& error : answer.error()) {
      error.message = one->folder + ": " + error.message;
      errors.push_back(std::move(error));
    }
  }
  ExitCode code = ExitCode::kClean;
  if (!all.empty())
    code = write_answer(all.join(), options.outputs, options.picture, global);
  return errors.empty() ? code : std::max(code, report_errors(errors, to));
}

Result<void> write_one(const Answer& answer, const OutputOption& output,
                       const PictureOptions& picture, Length length) {
  for (const OwnFormat& own : answer.own_formats)
    if (own.name == output.format) return write_output(output.path, own.write);
  const WritePicture draw = find_picture_format(output.format);
  if (draw == nullptr)
    return write_output(output.path, [&](Sink& out) {
      write_document(answer.document, output.format, length, out);
    });
  const PictureOptions how = options_for(output.format, picture);
  auto drawn = answer.draw(how);
  if (!drawn) return fail(std::move(drawn.error()));
  const Picture linked_picture = linked(std::move(*drawn), how);
  return write_output(output.path,
                      [&](Sink& out) { draw(linked_picture, out); });
}

}  // namespace

ExitCode write_answer(const Answer& answer,
                      const std::vector<OutputOption>& outputs,
                      const PictureOptions& picture,
                      const GlobalOptions& global) {
  const Length length = global.verbosity > 0 ? Length::kWhole : Length::kShort;
  for (const OutputOption& output : outputs) {
    const auto written = write_one(answer, output, picture, length);
    if (!written) return report_errors(written.error(), {global.colour});
  }
  return answer.code;
}

ExitCode answer_question(const QuestionOptions& options,
                         const GlobalOptions& global, Wanted wanted,
                         const MakeAnswer& make) {
  const Diagnostics to{global.colour};
  const auto folders = several_folders(options.inputs);
  if (!folders) return report_errors(folders.error(), to);
  if (!folders->empty())
    return answer_folders(*folders, options, global, wanted, make);
  const auto plan = plan_inputs(options.inputs, global);
  if (!plan) return report_errors(plan.error(), to);
  auto imported = import_project(*plan, options.inputs.resolve, wanted);
  if (!imported) return report_errors(imported.error(), to);
  print_notes(*imported, "", to);
  auto answer = make({*imported, *plan, global});
  if (!answer) return report_errors(answer.error(), to);
  return write_answer(*answer, options.outputs, options.picture, global);
}

}  // namespace modgraph
