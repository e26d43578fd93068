#include <fmt/format.h>

#include <utility>

#include "engine/findings/findings.h"
#include "engine/findings/vendor_reasons.h"

namespace modgraph {
namespace {

// A line of a text, counted from 1, without its end.
std::string line_of(std::string_view text, int line) {
  while (--line > 0) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  text = text.substr(0, text.find('\n'));
  if (text.ends_with('\r')) text.remove_suffix(1);
  return std::string(text);
}

class VendorFindings {
 public:
  explicit VendorFindings(const Evidence& evidence)
      : evidence_(evidence), graph_(evidence.project.graph) {}

  std::vector<Finding> make() && {
    const auto& folder = evidence_.project.folder;
    // Who vendors has a copy of everything.
    if (!folder || !folder->vendor)
      for (const VendorCandidate& c : evidence_.analysis.vendor_candidates)
        if (c.score >= kVendorThreshold) candidate(c);
    if (folder && folder->vendor && folder->vendor->automatic)
      for (const VendorInconsistency& i : folder->vendor->inconsistencies)
        inconsistency(*folder->vendor, i);
    return std::move(out_);
  }

 private:
  void candidate(const VendorCandidate& c) {
    std::vector<std::string> names;
    for (const VendorPoint& p : c.reasons)
      names.push_back(
          fmt::format("{} ({})", vendor_reason_name(p.reason), p.points));
    Finding f = new_finding(
        "MG4001",
        fmt::format("'{}' {} is worth copying or vendoring, {} points: {}",
                    graph_.path(c.node), graph_.version(c.node), c.score,
                    fmt::to_string(fmt::join(names, ", "))));
    f.subjects.push_back(subject_of(graph_, c.node));
    f.location = evidence_.lines.location(graph_.path(c.node));
    for (const VendorPoint& p : c.reasons)
      f.notes.push_back(fmt::format("{} point{}: {}", p.points,
                                    p.points == 1 ? "" : "s",
                                    vendor_reason_text(p)));
    if (c.bytes) f.notes.push_back("size: " + size_text(*c.bytes));
    out_.push_back(std::move(f));
  }

  void inconsistency(const VendorFolder& vendor, const VendorInconsistency& i) {
    const std::string name = i.module.version.empty()
                                 ? i.module.path
                                 : i.module.path + "@" + i.module.version;
    Finding f = new_finding("MG4002", fmt::format("{}: {}", name, i.what));
    f.subjects.push_back({i.module.path, i.module.version});
    f.location = place_of(vendor, i.where);
    f.notes.push_back(fmt::format("to regenerate {}: go {} vendor", vendor.file,
                                  evidence_.project.work ? "work" : "mod"));
    out_.push_back(std::move(f));
  }

  Location place_of(const VendorFolder& vendor, const SourcePosition& where) {
    if (where.file == vendor.file)
      return {where.file, where.line, 1, 0, line_of(vendor.text, where.line),
              {}};
    const Project& project = evidence_.project;
    for (const Manifest& manifest : project.manifests)
      if (manifest.file == where.file) return at(manifest, where);
    if (project.work && project.work->file == where.file)
      return at(*project.work, where);
    return {where.file, where.line, where.column, 0, {}, {}};
  }

  static Location at(const Manifest& manifest, const SourcePosition& where) {
    return {where.file,
            where.line,
            where.column,
            0,
            line_of(manifest.text, where.line),
            {}};
  }

  const Evidence& evidence_;
  const ModuleGraph& graph_;
  std::vector<Finding> out_;
};

}  // namespace

std::vector<Finding> vendor_findings(const Evidence& evidence) {
  return VendorFindings(evidence).make();
}

}  // namespace modgraph
