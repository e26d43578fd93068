#include "importers/module_cache/module_cache.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <unistd.h>

#include <utility>

#include "engine/base/file_path.h"
#include "engine/base/per_thread.h"
#include "engine/model/module_path.h"
#include "importers/go_mod/go_mod_summary.h"
#include "importers/module_cache/go_sum.h"
#include "importers/module_cache/regular_file.h"

namespace modgraph {
namespace {

// Old versions of the go command wrote something else under these names.
constexpr std::string_view kOldFormat = "//vgo 0.0.";

SourceAnswer missing(std::string reason) {
  return {tl::unexpected<SourceFault>(
              {SourceFault::Kind::kMissing, std::move(reason), {}}),
          {}};
}

SourceAnswer damaged(std::string reason, Errors errors = {}) {
  return {tl::unexpected<SourceFault>({SourceFault::Kind::kDamaged,
                                       std::move(reason), std::move(errors)}),
          {}};
}

// Every error of a go.mod, each with its line.
SourceAnswer parsed(const std::string& shown, std::string_view text,
                    ModuleSummary& spare) {
  auto summary = summarize_go_mod(shown, text, std::move(spare));
  if (summary) return {std::move(*summary), {}};
  std::string reason = "parsing " + shown + ":";
  const char* separator = " ";
  for (const Error& e : summary.error()) {
    reason +=
        fmt::format("{}{}:{}: {}", separator, shown, e.where.line, e.message);
    separator = "\n\t";
  }
  return damaged(std::move(reason), std::move(summary.error()));
}

}  // namespace

ModuleCache::ModuleCache(ModuleCacheOptions options)
    : options_(std::move(options)) {
  for (const std::string& root : options_.roots)
    roots_.push_back(open(root.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
}

ModuleCache::~ModuleCache() {
  for (const int fd : roots_)
    if (fd >= 0) close(fd);
}

SourceAnswer ModuleCache::read_version(const ModuleVersion& module,
                                       ModuleSummary& spare) const {
  const Spelling path = escape_path(module.path);
  if (!path) return damaged(path.error());
  const Spelling version = escape_version(module.version);
  if (!version) return damaged(version.error());
  std::string name;
  name.reserve(path->size() + version->size() + 8);
  name.append(*path).append("/@v/").append(*version).append(".mod");
  std::string unreadable;
  for (std::size_t i = 0; i < roots_.size(); ++i) {
    if (roots_[i] < 0) continue;
    // Its memory serves one file after the other.
    static PerThread<FileBuffer> buffer;
    const auto text =
        buffer.get().read_small(roots_[i], name.c_str(), kMaxDependencyBytes);
    if (!text) {
      // What cannot be read in one place may be in the next.
      if (!text.error().missing && unreadable.empty())
        unreadable = "open " + join_path(options_.roots[i], name) + ": " +
                     text.error().reason;
      continue;
    }
    if (text->starts_with(kOldFormat)) continue;
    SourceAnswer out = parsed("go.mod", *text, spare);
    if (options_.with_sums) out.sum = go_mod_sum(*text);
    return out;
  }
  return unreadable.empty() ? missing("its go.mod is not in the module cache")
                            : damaged(std::move(unreadable));
}

SourceAnswer ModuleCache::read_folder(const std::string& folder,
                                      ModuleSummary& spare) const {
  const std::string file = join_path(folder, "go.mod");
  std::string shown = file;
  if (!options_.shown_from.empty())
    shown = relative_path(options_.shown_from, file).value_or(file);
  // The file may be a link that leads elsewhere.
  if (!options_.confine.empty() &&
      !(lies_inside(*options_.tree, folder, options_.confine) &&
        lies_inside(*options_.tree, file, options_.confine)))
    return damaged(fmt::format("{} is outside of {}", shown, options_.confine));
  auto text = options_.tree->read(file, kMaxDependencyBytes);
  if (!text)
    return damaged(fmt::format("reading {}: open {}: {}", shown, file,
                               text.error().reason));
  return parsed(shown, *text, spare);
}

SourceAnswer ModuleCache::read(const ModuleVersion& module,
                               ModuleSummary spare) {
  return module.version.empty() ? read_folder(module.path, spare)
                                : read_version(module, spare);
}

}  // namespace modgraph
