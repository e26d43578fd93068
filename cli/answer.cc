#include "cli/answer.h"

#include <fmt/core.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "cli/flags/output_flags.h"
#include "cli/folder_answers.h"
#include "cli/pictures.h"
#include "cli/project/folders.h"
#include "cli/project/import_folders.h"
#include "cli/terminal/diagnostics.h"
#include "cli/terminal/output_file.h"
#include "engine/base/counted.h"
#include "engine/findings/findings.h"
#include "exporters/document/document_csv.h"
#include "exporters/document/document_json.h"
#include "exporters/document/document_text.h"
#include "exporters/html/document_html.h"
#include "exporters/markdown/document_markdown.h"

namespace modgraph {
namespace {

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

// One document of all answers; CSV has the folder as its first column.
ExitCode write_joined(const std::vector<std::string>& folders,
                      const std::vector<Answer>& answers,
                      const std::vector<std::string>& failed,
                      const QuestionOptions& options,
                      const GlobalOptions& global) {
  std::vector<FolderDocument> all;
  for (std::size_t i = 0; i < answers.size(); ++i)
    all.push_back({folders[i], &answers[i].document});
  const FoldersShape shape(answers.front().document.shape());
  Answer out{joined_answers(all, failed, shape)};
  for (const Answer& answer : answers)
    out.code = std::max(out.code, answer.code);
  out.own_formats.push_back(
      {"csv", [&all](Sink& sink) { write_folders_csv(all, sink); }});
  return write_answer(out, options.outputs, options.picture, global);
}

// The folders that the question is not about: a module is not in their build,
// or no line can be edited so.
struct NotConcerned {
  std::vector<std::string> folders;
  Errors errors;  // of each the first

  void add(const std::string& folder, Error error) {
    folders.push_back(folder);
    errors.push_back(std::move(error));
  }
  std::string note() const {
    return fmt::format("no answer in {}: {} ({})",
                       counted(folders.size(), "folder"), some_of(folders),
                       errors.front().message);
  }
};

bool concerns(const Errors& errors) {
  return std::any_of(errors.begin(), errors.end(), [](const Error& e) {
    return e.kind != ErrorKind::kUsage && e.kind != ErrorKind::kNotFound;
  });
}

ExitCode answer_folders(const NamedFolders& named,
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
  if (!named.passed_over.empty()) print_note(named.passed_over, to);
  ImportedFolders imported =
      import_folders(named.folders, options.inputs, global, wanted);
  std::vector<std::string> answered;
  std::vector<Answer> answers;
  std::vector<std::string> failed = std::move(imported.failed);
  Errors errors = std::move(imported.errors);
  NotConcerned others;
  // What the answers borrow from stays in `imported`.
  for (const auto& one : imported.folders) {
    print_notes(one->imported.notes, one->imported.project.partial_because, to,
                one->folder + ": ");
    auto answer = make({one->imported, one->plan, global});
    if (answer) {
      answered.push_back(one->folder);
      answers.push_back(std::move(*answer));
      continue;
    }
    failed.push_back(one->folder);
    const bool concerned = concerns(answer.error());
    for (Error& error : answer.error()) {
      error.message = one->folder + ": " + error.message;
      if (concerned) errors.push_back(std::move(error));
    }
    if (!concerned) others.add(one->folder, std::move(answer.error().front()));
  }
  ExitCode code = ExitCode::kClean;
  if (!answers.empty()) {
    code = write_joined(answered, answers, failed, options, global);
    if (!others.errors.empty()) print_note(others.note(), to);
  } else {
    errors.insert(errors.end(), others.errors.begin(), others.errors.end());
  }
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
  auto drawn = fitting(how, answer.draw);
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
  print_notes(imported->notes, imported->project.partial_because, to);
  if (!plan->settings.used.empty())
    print_note("settings: " + settings_sentence(
                                  settings_used(plan->settings, FailOn::kNone)),
               to);
  auto answer = make({*imported, *plan, global});
  if (!answer) return report_errors(answer.error(), to);
  return write_answer(*answer, options.outputs, options.picture, global);
}

}  // namespace modgraph
