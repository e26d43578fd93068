// What speaks against edits that resolve?
//
// Idea: advice that resolves can still be bad advice. A version that goes back
// restores what it mended; a go.mod that vendor/modules.txt does not fit is
// refused by go build; a line with a reason beside it is there on purpose.
// Source: go.dev/ref/mod#vendoring and #go-sum-files.
// Tested by edit_checks_test.cc and tests/oracle/advice.py.

#include "engine/advice/edit_checks.h"

#include <fmt/core.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "engine/analysis/go_mod_lines/line_reason.h"
#include "engine/base/shell_word.h"
#include "engine/model/version.h"
#include "engine/resolve/replacements.h"
#include "engine/resolve/vendor_consistency.h"

namespace modgraph {
namespace {

// The line of each directive that an edit changes or drops.
template <class Visit>
void each_edited_line(const ManifestEdit& edit, const Manifest& manifest,
                      Visit visit) {
  switch (edit.kind) {
    case EditKind::kRequire:
    case EditKind::kDropRequire:
      for (const Requirement& r : manifest.require)
        if (r.module.path == edit.module.path) visit(r.where);
      break;
    case EditKind::kExclude:
    case EditKind::kDropExclude:
      for (const Exclusion& e : manifest.exclude)
        if (e.module == edit.module) visit(e.where);
      break;
    case EditKind::kReplace:
    case EditKind::kDropReplace:
      for (const Replacement& r : manifest.replace)
        if (r.old.path == edit.module.path &&
            (r.old.version == edit.module.version ||
             (edit.kind == EditKind::kReplace && edit.module.version.empty())))
          visit(r.where);
      break;
    case EditKind::kGo:
    case EditKind::kToolchain:
      break;
  }
}

// The highest version that a line of ours states; "" for none.
std::string written_version(std::span<const Manifest> manifests,
                            std::string_view path) {
  std::string out;
  for (const Manifest& manifest : manifests)
    for (const Requirement& r : manifest.require)
      if (r.module.path == path &&
          (out.empty() || compare_semver(r.module.version, out) > 0))
        out = r.module.version;
  return out;
}

// Lines below the build are what the go command refuses: going back to what
// they say lowers nothing that go.mod says.
bool is_as_written(const LoweredModule& module,
                   std::span<const Manifest> manifests) {
  const std::string written = written_version(manifests, module.module);
  return !written.empty() && compare_semver(written, module.from) < 0 &&
         compare_semver(module.to, written) >= 0;
}

// A line that is raised to what was published years before what it says.
std::vector<LoweredModule> lines_back_in_time(
    std::span<const MainEdit> edits, std::span<const Manifest> manifests,
    const PublishTime& published) {
  std::vector<LoweredModule> out;
  for (const MainEdit& e : edits) {
    if (e.edit.kind != EditKind::kRequire) continue;
    for (const Requirement& r : manifests[e.module].require) {
      if (r.module.path != e.edit.module.path) continue;
      LoweredModule one{r.module.path, r.module.version, e.edit.module.version,
                        publish_day(r.module, published),
                        publish_day(e.edit.module, published)};
      if (is_years_older(one.to_day, one.from_day))
        out.push_back(std::move(one));
    }
  }
  return out;
}

// The paths of modules that vendor/ holds packages of.
std::set<std::string_view> suppliers_of(const VendoredModules& vendored) {
  std::set<std::string_view> out;
  for (const std::size_t i : vendored.suppliers)
    if (!vendored.modules[i].packages.empty())
      out.insert(vendored.modules[i].module.path);
  return out;
}

// What a vendor folder has against go.mod files, and had not before.
std::vector<VendorInconsistency> new_inconsistencies(const VendorFolder& vendor,
                                                     const MainModules& mains) {
  std::vector<VendorInconsistency> out =
      vendor_inconsistencies(mains, Replacements(mains), vendor.modules);
  std::erase_if(out, [&](const VendorInconsistency& now) {
    return std::any_of(
        vendor.inconsistencies.begin(), vendor.inconsistencies.end(),
        [&](const VendorInconsistency& was) {
          return was.module == now.module && was.what == now.what;
        });
  });
  return out;
}

bool drops_replacements_alone(std::span<const MainEdit> edits) {
  return std::all_of(edits.begin(), edits.end(), [](const MainEdit& e) {
    return e.edit.kind == EditKind::kDropReplace;
  });
}

// "a requires\n\tb: reason" with blanks in the place of ends of lines.
std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != '\n' && c != '\t')
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  return out;
}

// "a requires b requires c: reason"; of a long chain the end.
std::string chain_line(std::string_view message) {
  constexpr std::size_t kMax = 400;
  std::string all = one_line(message);
  constexpr std::string_view kRequires = " requires ";
  const std::size_t last = all.rfind(kRequires);
  if (all.size() <= kMax || last == std::string::npos || last == 0) return all;
  const std::size_t before = all.rfind(' ', last - 1);
  return "... " + all.substr(before == std::string::npos ? last : before + 1);
}

}  // namespace

std::string first_line(std::string_view message) {
  const std::size_t end = message.find('\n');
  if (end == std::string_view::npos) return std::string(message);
  std::string_view line = message.substr(0, end);
  constexpr auto kMaxJoined = 4;  // lines that are one sentence
  if (line.ends_with(" requires")) return chain_line(message);
  if (std::count(message.begin(), message.end(), '\n') < kMaxJoined)
    return one_line(message);
  // "703 go.mod files are not in the module cache:" has counted them.
  if (line.ends_with(':')) return std::string(line.substr(0, line.size() - 1));
  const auto more =
      1 + std::count(message.begin() + static_cast<std::ptrdiff_t>(end) + 1,
                     message.end(), '\n');
  return fmt::format("{} (and {} more line{})", line, more,
                     more == 1 ? "" : "s");
}

std::string kept_line(std::span<const MainEdit> edits,
                      std::span<const Manifest> manifests) {
  std::string out;
  for (const MainEdit& e : edits) {
    const Manifest& manifest = manifests[e.module];
    each_edited_line(e.edit, manifest, [&](const SourceSpan& where) {
      if (!out.empty()) return;
      const std::string reason = line_reason(manifest, where);
      if (!reason.empty())
        out =
            fmt::format("{}:{} is kept: {}", manifest.file, where.line, reason);
    });
  }
  return out;
}

void keep_dependencies(BuildDifference& difference) {
  std::erase_if(difference.modules, [](const ModuleChange& c) {
    return !c.after || c.after->version.empty() ||
           module_kind(c.path) != ModuleKind::kModule;
  });
}

std::vector<std::string> sum_commands(const Project& before,
                                      const Project& after) {
  if (!before.folder || !before.folder->missing_sums || !after.folder ||
      !after.folder->missing_sums || !before.folder->has_sum_file)
    return {};
  const std::vector<ModuleVersion>& had = *before.folder->missing_sums;
  std::vector<ModuleVersion> lacks;
  std::set_difference(after.folder->missing_sums->begin(),
                      after.folder->missing_sums->end(), had.begin(), had.end(),
                      std::back_inserter(lacks));
  if (lacks.empty()) return {};
  constexpr std::size_t kMaxNamed = 5;
  if (lacks.size() > kMaxNamed) return {"go list -m -mod=mod all"};
  std::string out = "go mod download";
  for (const ModuleVersion& m : lacks) out += " " + shell_word(module_name(m));
  return {std::move(out)};
}

std::vector<std::string> below_minimum(std::span<const MainEdit> edits,
                                       const Project& before,
                                       const Project& after) {
  std::vector<std::string> out;
  const ModuleGraph& was = before.graph;
  const ModuleGraph& is = after.graph;
  for (const MainEdit& e : edits) {
    if (e.edit.kind != EditKind::kExclude) continue;
    const ModuleVersion& excluded = e.edit.module;
    const auto node = was.find(excluded.path, excluded.version);
    const auto left = is.find(excluded.path);
    if (!node || !left ||
        compare_semver(is.version(is.selected(*left)), excluded.version) >= 0)
      continue;
    std::set<NodeId> requirers(was.requirers(*node).begin(),
                               was.requirers(*node).end());
    for (const NodeId n : requirers) {
      const auto now = is.find(was.path(n), was.version(n));
      if (was.is_main(n) || !now || !is.is_selected(*now)) continue;
      out.push_back(
          fmt::format("builds {} {} below its minimum: it requires {}",
                      was.path(n), was.version(n), excluded.version));
    }
  }
  return out;
}

EditChecks EditChecker::check(std::span<const MainEdit> edits,
                              const TriedEdits& tried,
                              const EditCheckOptions& options) {
  EditChecks out;
  check_versions(edits, tried, options, out);
  if (out.against.empty()) check_vendor(edits, tried, options, out);
  if (out.against.empty()) check_members(edits, tried, out);
  return out;
}

void EditChecker::check_versions(std::span<const MainEdit> edits,
                                 const TriedEdits& tried,
                                 const EditCheckOptions& options,
                                 EditChecks& out) const {
  const std::vector<Manifest>& manifests = simulator_.unedited().manifests;
  const PublishTime& published = simulator_.source().published;
  std::vector<LoweredModule> lowered =
      lowered_modules(tried.difference, published);
  std::erase_if(lowered, [&](const LoweredModule& m) {
    return is_as_written(m, manifests);
  });
  for (LoweredModule& m : lines_back_in_time(edits, manifests, published))
    lowered.push_back(std::move(m));
  if (lowered.empty()) return;
  if (!options.allow_downgrade) {
    out.against = "it " + lowered_text(lowered.front());
    if (lowered.size() > 1)
      out.against += fmt::format(" (and {} more)", lowered.size() - 1);
    return;
  }
  for (const LoweredModule& m : lowered)
    out.side_effects.push_back(lowered_text(m));
}

void EditChecker::check_vendor(std::span<const MainEdit> edits,
                               const TriedEdits& tried,
                               const EditCheckOptions& options,
                               EditChecks& out) const {
  const Project& before = simulator_.source().project;
  if (!before.folder || !before.folder->vendor ||
      !before.folder->vendor->automatic)
    return;
  const VendorFolder& vendor = *before.folder->vendor;
  const std::set<std::string_view> suppliers = suppliers_of(vendor.modules);
  const auto appeared = new_inconsistencies(vendor, tried.mains);
  const bool may_vendor = options.ends_error || drops_replacements_alone(edits);
  for (const ModuleChange& c : tried.difference.modules)
    if (!options.ends_error && suppliers.contains(c.path)) {
      out.against =
          fmt::format("vendor/ holds packages of {}, which it moves", c.path);
      return;
    }
  if (appeared.empty()) return;
  for (const VendorInconsistency& i : appeared)
    if (!may_vendor && suppliers.contains(i.module.path)) {
      out.against =
          fmt::format("vendor/ holds packages of {}: go build refuses it ({})",
                      i.module.path, i.what);
      return;
    }
  out.then.push_back(before.work ? "go work vendor" : "go mod vendor");
  out.side_effects.push_back(
      fmt::format("{} no longer fits go.mod until it is made again: {}",
                  vendor.file, out.then.back()));
}

void EditChecker::check_members(std::span<const MainEdit> edits,
                                const TriedEdits& tried, EditChecks& out) {
  if (!tried.mains.is_workspace()) return;
  const BuildSource& source = simulator_.source();
  LoadOptions options = source.load_options;
  options.shape = GraphShape::kNone;
  options.mode = ModMode::kReadonly;
  const auto alone = [&](const MainModules& mains, std::size_t i) {
    const MainModules one{{mains.modules[i]}, {}, mains.modules[i].folder};
    return load(one, source.store, options);
  };
  std::set<std::size_t> edited;
  for (const MainEdit& e : edits) edited.insert(e.module);
  for (const std::size_t i : edited) {
    const auto known = resolved_alone_.find(i);
    const bool was = known != resolved_alone_.end()
                         ? known->second
                         : alone(source.mains, i).has_value();
    resolved_alone_.emplace(i, was);
    if (!was) continue;
    const auto is = alone(tried.mains, i);
    if (is) continue;
    out.against =
        fmt::format("{} no longer resolves by itself (GOWORK=off): {}",
                    tried.mains.modules[i].manifest.file,
                    first_line(is.error().front().message));
    return;
  }
}

}  // namespace modgraph
