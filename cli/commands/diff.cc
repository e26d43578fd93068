// modgraph diff: what is different between two states of a project?

#include <fmt/core.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/analyze/diff_findings.h"
#include "cli/answer.h"
#include "cli/command.h"
#include "cli/flags/input_flags.h"
#include "cli/flags/output_flags.h"
#include "cli/flags/picture_flags.h"
#include "cli/pictures.h"
#include "cli/project/diff_places.h"
#include "cli/project/diff_state.h"
#include "cli/terminal/diagnostics.h"
#include "engine/base/parallel.h"
#include "engine/base/printable.h"
#include "engine/report/answers/diff.h"
#include "engine/report/views/difference_view.h"
#include "exporters/markdown/diff_comment.h"

namespace modgraph {
namespace {

struct DiffOptions {
  std::vector<std::string> words;
  bool merge_base = false;
  std::string comment_id;
  ResolveOptions resolve;
  std::vector<OutputOption> outputs;
  PictureOptions picture;
};

// It stands in a comment of HTML.
bool is_comment_id(const std::string& id) {
  constexpr std::size_t kLongest = 40;
  constexpr std::string_view kSigns =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";
  return id.size() <= kLongest &&
         id.find_first_not_of(kSigns) == std::string::npos &&
         id.find("--") == std::string::npos;
}

// Errors and notes say which side they are about.
std::string of_side(const NamedPlace& at, const std::string& message) {
  return fmt::format("{}: {}", printable(at.side.name), message);
}

Result<DiffState> read_side(const NamedPlace& at,
                            const ResolveOptions& options) {
  auto state = read_diff_state(at.place, options);
  if (state) return state;
  Errors errors = std::move(state.error());
  for (Error& e : errors)
    if (e.where.file.empty()) e.message = of_side(at, e.message);
  return fail(std::move(errors));
}

// The trees are done with when this returns.
Result<void> read_sides(const NamedPlace& base, const NamedPlace& head,
                        const ResolveOptions& options,
                        std::pair<DiffState, DiffState>& out) {
  Result<DiffState> before, after;
  run_tasks(kWorthThreads, {[&] { before = read_side(base, options); },
                            [&] { after = read_side(head, options); }});
  if (!before) return fail(std::move(before.error()));
  if (!after) return fail(std::move(after.error()));
  out = {std::move(*before), std::move(*after)};
  return {};
}

Picture changes_picture(const std::pair<DiffState, DiffState>& states,
                        const DiffAnswer& answer, const PictureOptions& how) {
  const Project& before = states.first.project();
  const Project& after = states.second.project();
  const std::string words = answer.base.name + " -> " + answer.head.name;
  return difference_view(build_difference(before, after),
                         {"diff " + words, words}, before, after,
                         limits_of(how));
}

Result<Answer> answer_diff(const DiffOptions& options, const Diagnostics& to) {
  const auto places = diff_places(options.words, options.merge_base);
  if (!places) return fail(places.error());
  const NamedPlace& base = places->base;
  const NamedPlace& head = places->head;
  const auto states = std::make_shared<std::pair<DiffState, DiffState>>();
  if (auto read = read_sides(base, head, options.resolve, *states); !read)
    return fail(std::move(read.error()));
  DiffState* const before = &states->first;
  DiffState* const after = &states->second;

  const auto kept = std::make_shared<DiffAnswer>();
  DiffAnswer& answer = *kept;
  answer.base = base.side;
  answer.head = head.side;
  answer.difference = project_difference(before->state(), after->state());
  std::vector<std::string> notes;
  for (const auto& [at, state] :
       {std::pair(&base, before), std::pair(&head, after)}) {
    for (const std::string& note : state->imported.notes)
      notes.push_back(of_side(*at, note));
    for (const std::string& why : state->partial_because)
      answer.partial_because.push_back(of_side(*at, why));
  }
  answer.findings = diff_findings(base, *before, *after, notes);
  print_notes(notes, answer.partial_because, to);
  Answer out{diff_document(answer)};
  out.own_formats = {{"markdown", [kept, id = options.comment_id](Sink& sink) {
                        write_diff_comment(*kept, {id}, sink);
                      }}};
  out.draw = [kept, states](const PictureOptions& how) -> Result<Picture> {
    return changes_picture(*states, *kept, how);
  };
  return out;
}

ExitCode run_diff(const DiffOptions& options, const GlobalOptions& global) {
  const Diagnostics to{global.colour};
  auto answer = answer_diff(options, to);
  if (!answer) return report_errors(answer.error(), to);
  return write_answer(*answer, options.outputs, options.picture, global);
}

RunCommand declare_diff(Flags& flags) {
  const auto options = std::make_shared<DiffOptions>();
  flags.words("BASE [HEAD]",
              "Revisions of the repository here, or folders; BASE...HEAD as in "
              "git; HEAD is the folder here if left out",
              options->words);
  flags.flag("--merge-base", options->merge_base,
             "Compare with where the histories of both part, as BASE...HEAD");
  add_resolving(flags, options->resolve);
  add_outputs(flags, document_and_picture_formats(), options->outputs);
  flags.text("--comment-id", "ID", options->comment_id,
             "Of several comments of -f markdown on one pull request");
  add_picture_flags(flags, options->picture);
  flags.check([options]() -> Result<void> {
    if (!is_comment_id(options->comment_id))
      return fail(usage_error(
          fmt::format("--comment-id: '{}' is not an id",
                      printable(options->comment_id)),
          "write up to 40 letters, digits, dots, hyphens and underscores"));
    if (options->words.empty() || options->words.size() > 2)
      return fail(usage_error(options->words.empty()
                                  ? "nothing to compare with is named"
                                  : "more than two states are named",
                              "name one or two: modgraph diff BASE [HEAD]"));
    return {};
  });
  return [options](const GlobalOptions& global) {
    return run_diff(*options, global);
  };
}

}  // namespace

extern const Command kDiffCommand;
const Command kDiffCommand{
    "diff",
    "what is different between two states, and which edits made it so",
    R"(  modgraph diff main
      what the go.mod files here change since the branch main
  modgraph diff HEAD~1 HEAD -f markdown:changes.md
      what the last commit changed
  modgraph diff HEAD~1 HEAD -f svg:changes.svg
      the changes as a picture
  modgraph diff main...HEAD
      what this branch changed since it left main
  modgraph diff ../release .
      from a folder to another
)",
    declare_diff,
    &kDiffShape,
};

}  // namespace modgraph
