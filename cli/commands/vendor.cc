// modgraph vendor: which modules are worth a copy of our own, and is vendor/
// consistent?

#include <memory>

#include "cli/answer.h"
#include "cli/command.h"
#include "cli/flags/input_flags.h"
#include "cli/flags/output_flags.h"
#include "engine/report/answers/vendor.h"

namespace modgraph {
namespace {

constexpr std::uint64_t kMaxMinPoints = 20;

struct VendorCommandOptions : QuestionOptions {
  std::uint64_t min_points = 3;
};

RunCommand declare_vendor(Flags& flags) {
  const auto options = std::make_shared<VendorCommandOptions>();
  add_inputs(flags, options->inputs);
  add_outputs(flags, document_formats(), options->outputs);
  flags.number("--min-points", "N", options->min_points, {1, kMaxMinPoints},
               "Show modules with N points or more in texts (default 3); json "
               "and csv have all");
  return [options](const GlobalOptions& global) {
    constexpr Wanted kWanted{
        .metadata = true, .deep_requirements = false, .folder = true};
    return answer_question(
        *options, global, kWanted, [&](const Asked& asked) -> Result<Answer> {
          const Analysis analysis = analyse(asked.project());
          return Answer{vendor_document(asked.project(), analysis,
                                        static_cast<int>(options->min_points))};
        });
  };
}

}  // namespace

extern const Command kVendorCommand;
const Command kVendorCommand{
    "vendor",
    "which modules are worth a copy of our own, is vendor/ consistent?",
    R"(  modgraph vendor
      modules with 3 points or more, each reason with its points; and whether
      vendor/modules.txt is consistent with go.mod
  modgraph vendor --min-points 1 -f markdown
  go list -m -u -json all > list.json
  modgraph vendor --graph graph.txt --mod go.mod --list list.json
      with deprecations and retractions
)",
    declare_vendor,
    &kVendorShape,
};

}  // namespace modgraph
