#include "engine/report/answers/vendor.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/findings/vendor_reasons.h"
#include "engine/report/answers/leaves.h"

namespace modgraph {
namespace {

constexpr std::size_t kMaxCandidates = 10;

constexpr FieldShape kInconsistencyFields[] = {
    field("module", FieldType::kModule, "the module path"),
    field("version", FieldType::kVersion, "its version; \"\" for any"),
    field("message", FieldType::kText,
          "what differs, in the words of the go command"),
    field("location", FieldType::kLocation,
          "a line of go.mod, go.work or vendor/modules.txt"),
};
constexpr RecordShape kInconsistencyShape{"vendor_inconsistency",
                                          kInconsistencyFields};

constexpr FieldShape kNotSelectedFields[] = {
    field("module", FieldType::kModule, "the module path"),
    field("version", FieldType::kVersion, "the version in the vendor folder"),
    optional_field("selected", FieldType::kVersion,
                   "the selected version; null: the module is not in the build "
                   "list"),
};
constexpr RecordShape kNotSelectedShape{"vendored_not_selected",
                                        kNotSelectedFields};

constexpr FieldShape kVendorFolderFields[] = {
    field("file", FieldType::kText, "its modules.txt"),
    field("consistent", FieldType::kFlag,
          "it fits go.mod by the go command's rules"),
    field("automatic", FieldType::kFlag, "builds use it without -mod=vendor"),
    field("modules", FieldType::kCount, "vendored modules with packages"),
    field("packages", FieldType::kCount, "vendored packages"),
    records("inconsistencies", kInconsistencyShape,
            "what the go command would report"),
    records("not_selected", kNotSelectedShape,
            "modules vendored at a version that is not selected; the go "
            "command does not check these"),
    list_of("without_packages", FieldType::kModuleVersion,
            "modules that go.mod requires and no package of which is "
            "vendored"),
};
constexpr RecordShape kVendorFolderShape{"vendor_folder", kVendorFolderFields};

constexpr FieldShape kReasonFields[] = {
    field("reason", FieldType::kText,
          "outside-proxies, retracted, deprecated, fork, folder, "
          "pseudo-version, no-go-mod, stale or tiny-leaf"),
    field("points", FieldType::kCount, "what it adds to the score"),
    field("detail", FieldType::kText,
          "the pattern, rationale, message, replacement, version or day; \"\" "
          "for none"),
    field("message", FieldType::kText, "the reason as a phrase"),
};
constexpr RecordShape kReasonShape{"vendor_reason", kReasonFields};

constexpr FieldShape kCandidateFields[] = {
    field("module", FieldType::kModule, "the module path"),
    field("version", FieldType::kVersion, "the selected version"),
    optional_field("direct", FieldType::kFlag,
                   "some go.mod requires it without // indirect; null without "
                   "a go.mod"),
    field("score", FieldType::kCount, "the sum of the points"),
    field("dependents", FieldType::kCount,
          "selected modules that require it; 0: unselected versions do"),
    optional_field("exclusive", FieldType::kCount,
                   "modules that every path from the main modules reaches "
                   "through this one, itself included; null: no path of "
                   "selected versions leads to it"),
    optional_field("bytes", FieldType::kBytes,
                   "its size in the module cache; null: not there"),
    records("reasons", kReasonShape, "why it is worth a copy"),
};
constexpr RecordShape kCandidateShape{"vendor_candidate", kCandidateFields};

constexpr FieldShape kVendorFields[] = {
    optional_record("vendor", kVendorFolderShape,
                    "the vendor folder; null: there is none, or no folder was "
                    "read"),
    field("threshold", FieldType::kCount,
          "rule MG4001 reports candidates with this score or more"),
    records("candidates", kCandidateShape,
            "modules worth a copy of our own: by score and dependents, most "
            "first, then by path"),
    field("min_points", FieldType::kCount,
          "texts show candidates with this score or more"),
    field("below_min_points", FieldType::kCount, "candidates with less"),
    field("deprecations_known", FieldType::kFlag,
          "--list said which modules are deprecated or retracted"),
};

class VendorWriter {
 public:
  VendorWriter(const Project& project, const Analysis& analysis, int min_points,
               RecordWriter& out)
      : project_(project),
        graph_(project.graph),
        vendored_(vendored_paths(project)),
        candidates_(analysis.vendor_candidates),
        lines_(project.manifests),
        min_points_(min_points),
        out_(out) {}

  void write() {
    if (project_.folder && project_.folder->vendor)
      vendor_folder(*project_.folder->vendor);
    else
      out_.unknown("vendor");
    out_.count("threshold", kVendorThreshold);
    candidates();
    out_.flag("deprecations_known", !project_.module_info.empty());
    what_is_not_known();
  }

 private:
  static std::set<std::string_view> vendored_paths(const Project& project) {
    std::set<std::string_view> out;
    if (!project.folder || !project.folder->vendor) return out;
    for (const VendoredModule& m : project.folder->vendor->modules.modules)
      if (!m.packages.empty()) out.insert(m.module.path);
    return out;
  }

  void vendor_folder(const VendorFolder& folder) {
    const std::size_t modules = vendored_.size();
    std::size_t packages = 0;
    for (const VendoredModule& m : folder.modules.modules) {
      if (m.module.version.empty() || m.packages.empty()) continue;
      packages += m.packages.size();
    }
    const bool consistent = folder.inconsistencies.empty();
    out_.record("vendor", [&] {
      if (consistent)
        out_.say(
            "{file} is consistent with go.mod: {packages#package} of "
            "{modules#module}");
      if (!folder.automatic)
        out_.say("builds use {file} only with -mod=vendor");
      out_.text("file", folder.file);
      out_.flag("consistent", consistent);
      out_.flag("automatic", folder.automatic);
      out_.count("modules", modules);
      out_.count("packages", packages);
      inconsistencies(folder);
      not_selected(folder);
      without_packages(folder);
    });
  }

  void inconsistencies(const VendorFolder& folder) {
    out_.list("inconsistencies",
              {.title = "the vendor folder is inconsistent with go.mod",
               .shows_count = false},
              folder.inconsistencies, [&](const VendorInconsistency& one) {
                out_.say(one.module.version.empty()
                             ? "{location}: {module}: {message}"
                             : "{location}: {module} {version}: {message}");
                out_.module("module", one.module.path);
                out_.version("version", one.module.version);
                out_.text("message", one.what);
                out_.location("location", Place{one.where.file, one.where.line,
                                                std::max(one.where.column, 1)});
              });
  }

  // The selected version of a vendored module; nothing where the module is not
  // in the build list.
  std::optional<std::string_view> selected(const VendoredModule& m) const {
    const auto module = graph_.find(m.module.path);
    if (!module) return std::nullopt;
    return graph_.version(graph_.selected(*module));
  }

  // The go command looks only at modules that a go.mod of ours requires.
  void not_selected(const VendorFolder& folder) {
    std::vector<const VendoredModule*> rows;
    for (const VendoredModule& m : folder.modules.modules)
      if (!m.module.version.empty() && !m.packages.empty() &&
          selected(m) != m.module.version)
        rows.push_back(&m);
    out_.list("not_selected",
              {.title = "vendored, but not at the selected version (the go "
                        "command does not check)"},
              rows, [&](const VendoredModule* m) {
                const auto version = selected(*m);
                out_.say(version ? "{module} {version}, {selected} is selected"
                                 : "{module} {version}, not in the build list");
                out_.module("module", m->module.path);
                out_.version("version", m->module.version);
                if (version)
                  out_.version("selected", *version);
                else
                  out_.unknown("selected");
              });
  }

  // By module, not by version: members of a workspace may require several
  // versions, and packages come from one. Members are not vendored.
  void without_packages(const VendorFolder& folder) {
    out_.begin_list("without_packages",
                    {.title = "required in go.mod, but no package of them is "
                              "vendored"});
    std::set<std::string_view> named;
    for (const VendoredModule& m : folder.modules.modules)
      if (!m.module.version.empty() && m.is_explicit &&
          !vendored_.contains(m.module.path) && !is_main(m.module.path) &&
          named.insert(m.module.path).second)
        out_.module_version({}, ModuleRef{m.module.path, m.module.version});
    out_.end_list();
  }

  bool is_main(std::string_view path) const {
    const auto module = graph_.find(path);
    return module && graph_.is_main(graph_.selected(*module));
  }

  bool is_shown(const VendorCandidate& c) const {
    return c.score >= min_points_;
  }

  // Candidates with fewer points are silent rows behind the others.
  void candidates() {
    const auto shown = static_cast<std::size_t>(
        std::count_if(candidates_.begin(), candidates_.end(),
                      [&](const VendorCandidate& c) { return is_shown(c); }));
    if (candidates_.empty())
      out_.remark("no module is worth a copy of your own");
    out_.list("candidates",
              {.title = shown > 0 ? "modules worth a copy of your own" : "",
               .max_shown =
                   shown > kMaxCandidates ? kMaxCandidates : candidates_.size(),
               .shows_count = false},
              candidates_, [&](const VendorCandidate& c) { put_candidate(c); });
    if (shown < candidates_.size())
      out_.say(
          "{below_min_points#module} with fewer than {min_points#point}; "
          "--min-points 1 shows all");
    out_.count("min_points", static_cast<std::uint64_t>(min_points_));
    out_.count("below_min_points", candidates_.size() - shown);
  }

  std::optional<bool> is_direct(const VendorCandidate& c) const {
    if (project_.manifests.empty()) return std::nullopt;
    return has_direct_line(lines_, graph_.path(c.node));
  }

  static std::string_view vendor_headline(std::optional<bool> direct) {
    return !direct   ? "{module} {version}: {score#point}"
           : *direct ? "{module} {version} (direct): {score#point}"
                     : "{module} {version} (indirect): {score#point}";
  }

  static std::string_view cost(const VendorCandidate& c) {
    if (c.dependents == 0)
      return c.bytes ? "{bytes}; only unselected versions require it"
                     : "only unselected versions require it";
    if (c.exclusive > 1)
      return c.bytes ? "{bytes}; {dependents#module requires|modules require} "
                       "it; alone it brings {exclusive#module}, itself included"
                     : "{dependents#module requires|modules require} it; alone "
                       "it brings {exclusive#module}, itself included";
    return c.bytes ? "{bytes}; {dependents#module requires|modules require} it"
                   : "{dependents#module requires|modules require} it";
  }

  void put_candidate(const VendorCandidate& c) {
    const bool shown = is_shown(c);
    const std::optional<bool> direct = is_direct(c);
    if (shown) {
      out_.say(vendor_headline(direct));
      out_.say(cost(c));
    }
    out_.module_and_version(ref_of(graph_, c.node));
    out_.flag("direct", direct);
    out_.count("score", static_cast<std::uint64_t>(c.score));
    out_.count("dependents", c.dependents);
    if (c.exclusive > 0)
      out_.count("exclusive", c.exclusive);
    else
      out_.unknown("exclusive");
    out_.bytes("bytes", c.bytes);
    out_.list("reasons", {}, c.reasons, [&](const VendorPoint& p) {
      if (shown) out_.say("{points#point}: {message}");
      out_.text("reason", vendor_reason_name(p.reason));
      out_.count("points", static_cast<std::uint64_t>(p.points));
      out_.text("detail", p.detail);
      out_.text("message", vendor_reason_text(p));
    });
  }

  void what_is_not_known() {
    if (project_.module_info.empty())
      out_.remark(
          "not known without `go list -m -u -json all` (--list FILE): "
          "deprecated and retracted modules");
    const bool any_size = std::any_of(
        candidates_.begin(), candidates_.end(),
        [](const VendorCandidate& c) { return c.bytes.has_value(); });
    if (!any_size && !candidates_.empty())
      out_.remark(
          "not known without the modules in the module cache (`go mod "
          "download`): sizes");
    if (!project_.folder)
      out_.remark(
          "not known from recorded inputs: whether vendor/modules.txt is "
          "consistent");
  }

  const Project& project_;
  const ModuleGraph& graph_;
  std::set<std::string_view> vendored_;  // paths of which packages are
  const std::vector<VendorCandidate>& candidates_;
  RequirementLines lines_;
  int min_points_;
  RecordWriter& out_;
};

}  // namespace

constexpr DocumentShape kVendorShape{
    "vendor",
    "Which modules are worth a copy of our own, and is vendor/ consistent?",
    {"vendor", kVendorFields},
    "candidates"};

Document vendor_document(const Project& project, const Analysis& analysis,
                         int min_points) {
  return Document(kVendorShape, [&](RecordWriter& out) {
    VendorWriter(project, analysis, min_points, out).write();
  });
}

}  // namespace modgraph
