// modgraph why: why is a module in the build, and why at this version?

#include "engine/analysis/why.h"

#include <fmt/core.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "cli/answer.h"
#include "cli/command.h"
#include "cli/flags/input_flags.h"
#include "cli/flags/output_flags.h"
#include "cli/flags/picture_flags.h"
#include "cli/pictures.h"
#include "cli/project/find_module.h"
#include "cli/terminal/diagnostics.h"
#include "engine/base/printable.h"
#include "engine/report/answers/why.h"
#include "engine/report/views/picture_source.h"
#include "engine/report/views/why_view.h"

namespace modgraph {
namespace {

struct WhyOptions : QuestionOptions {
  std::vector<std::string> modules;
};

bool has_picture(const std::vector<OutputOption>& outputs) {
  return std::any_of(outputs.begin(), outputs.end(), [](const auto& output) {
    return find_picture_format(output.format) != nullptr;
  });
}

// A package was named: the answer is about its module.
void note_package(const ModuleGraph& graph, const std::string& word,
                  NodeId found, const Diagnostics& to) {
  const std::string_view path =
      std::string_view(word).substr(0, word.find('@'));
  if (path != graph.path(found))
    print_note(fmt::format("{} would be a package of {}", printable(path),
                           graph.path(found)),
               to);
}

// The versions that the words name; all errors of all words.
Result<std::vector<NodeId>> find_modules(const ModuleGraph& graph,
                                         const std::vector<std::string>& words,
                                         const Diagnostics& to) {
  std::vector<NodeId> out;
  Errors errors;
  for (const std::string& word : words) {
    const auto node = find_module_or_package(graph, word);
    if (node) {
      note_package(graph, word, *node, to);
      out.push_back(*node);
    } else {
      errors.push_back(node.error().front());
    }
  }
  if (!errors.empty()) return fail(std::move(errors));
  return out;
}

Result<Answer> answer_why(const Asked& asked,
                          const std::vector<std::string>& words) {
  const ModuleGraph& graph = asked.project().graph;
  const auto nodes = find_modules(graph, words, {asked.global.colour});
  if (!nodes) return fail(nodes.error());
  if (!asked.is_resolved())
    print_note(
        "graph text does not show what versions without lines require: there "
        "may be more ways, and the versions that would be selected are lower "
        "bounds where such versions take part",
        {asked.global.colour});
  const auto whys = std::make_shared<std::vector<Why>>();
  for (const NodeId n : *nodes) whys->push_back(why(asked.project(), n));
  Answer out{why_document(asked.project(), *whys)};
  out.draw = [&graph, whys,
              &imported = asked.imported](const PictureOptions& options) {
    Picture picture = why_view(graph, whys->front(), limits_of(options));
    picture.source = picture_source(imported.inputs);
    return picture;
  };
  return out;
}

RunCommand declare_why(Flags& flags) {
  const auto options = std::make_shared<WhyOptions>();
  add_modules_and_inputs(flags, ModuleWords::kSeveral, options->modules,
                         options->inputs);
  add_outputs(flags, document_and_picture_formats(), options->outputs);
  add_picture_flags(flags, options->picture);
  flags.check([options]() -> Result<void> {
    if (options->modules.size() < 2 || !has_picture(options->outputs))
      return {};
    return fail(usage_error("a picture shows one module",
                            "name one, or write another format"));
  });
  return [options](const GlobalOptions& global) {
    return answer_question(*options, global,
                           {.metadata = false, .deep_requirements = true},
                           [&](const Asked& asked) {
                             return answer_why(asked, options->modules);
                           });
  };
}

}  // namespace

extern const Command kWhyCommand;
const Command kWhyCommand{
    "why",
    "why is a module in the build, and why at this version?",
    R"(  modgraph why golang.org/x/net
      why it is in the build, and why at this version
  modgraph why golang.org/x/net@v0.33.0 --json
      why this version is in the graph, as data
  modgraph why golang.org/x/net --graph graph.txt --mod go.mod
  modgraph why golang.org/x/net -f svg:why.svg
      the same as a picture
)",
    declare_why,
    &kWhyShape,
};

}  // namespace modgraph
