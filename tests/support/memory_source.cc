#include "tests/support/memory_source.h"

#include <utility>

#include "importers/go_mod/go_mod_summary.h"

namespace modgraph::test {
namespace {

// A version might be had elsewhere, a folder might not.
SourceAnswer missing(const ModuleVersion& module) {
  const bool is_folder = module.version.empty();
  return {tl::unexpected<SourceFault>({is_folder ? SourceFault::Kind::kDamaged
                                                 : SourceFault::Kind::kMissing,
                                       module.path + " is not in memory",
                                       {}}),
          {}};
}

SourceAnswer summary(const std::string& text, ModuleSummary spare) {
  auto read = summarize_go_mod("go.mod", text, std::move(spare));
  if (read) return {std::move(*read), {}};
  return {
      tl::unexpected<SourceFault>(
          {SourceFault::Kind::kDamaged,
           "parsing go.mod: " + read.error().front().message, read.error()}),
      {}};
}

}  // namespace

SourceAnswer MemorySource::read(const ModuleVersion& module,
                                ModuleSummary spare) {
  ++reads_;
  const std::string name =
      module.version.empty() ? module.path : module.path + "@" + module.version;
  const auto file = files_.find(name);
  return file == files_.end() ? missing(module)
                              : summary(file->second, std::move(spare));
}

}  // namespace modgraph::test
