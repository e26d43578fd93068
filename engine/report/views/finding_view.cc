#include "engine/report/views/finding_view.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "engine/report/views/cycle_view.h"
#include "engine/report/views/heavy_view.h"
#include "engine/report/views/picture_source.h"
#include "engine/report/views/version_picture_builder.h"

namespace modgraph {
namespace {

constexpr std::size_t kShortestFingerprint = 8;
// Requirers of one version that have a box of their own, when there is room.
constexpr std::size_t kMaxRequirers = 12;
// More boxes than this are not seen at a glance.
constexpr std::size_t kComfortable = 44;
// Versions of a drift that are drawn.
constexpr std::size_t kMaxVersions = 10;

std::optional<NodeId> node_named(const ModuleGraph& graph,
                                 std::string_view name) {
  const std::size_t at = name.find('@');
  if (at != std::string_view::npos)
    return graph.find(name.substr(0, at), name.substr(at + 1));
  const auto module = graph.find(name);
  if (!module) return std::nullopt;
  return graph.selected(*module);
}

class FindingView {
 public:
  FindingView(const Report& report, const Finding& finding,
              const ViewLimits& limits)
      : report_(report), finding_(finding), builder_(report.graph, limits) {}

  Picture draw() && {
    for (const NameChain& chain : finding_.witness) add_proof(chain);
    add_old_version();
    for (const Subject& s : finding_.subjects) add_subject(s);
    if (shows_versions()) add_versions();
    if (is_cycle()) add_cycle();
    mark_change();
    builder_.base().hide(cut_, "chain of requirements in part",
                         "chains of requirements in part");
    builder_.base().hide(left_out_, "other chain of requirements",
                         "other chains of requirements");
    builder_.base().hide(requirers_, "requirer of these versions",
                         "requirers of these versions");
    builder_.base().hide(subjects_, "other module of the finding",
                         "other modules of the finding");
    builder_.count_hidden();
    return std::move(builder_).picture(
        fmt::format("{} {}: {}", finding_.rule->code, finding_.rule->name,
                    heading()),
        finding_.message);
  }

 private:
  // Completely, or else only its ends.
  void add_proof(const NameChain& names) {
    std::vector<NodeId> chain;
    for (const std::string_view name : names)
      if (const auto n = node_named(report_.graph, name)) chain.push_back(*n);
    if (chain.size() < names.size() || chain.empty()) {
      ++left_out_;
      return;
    }
    if (builder_.add_chain(chain)) {
      return;
    }
    if (!builder_.base().fits(2, 2)) {
      ++left_out_;
      return;
    }
    ++cut_;
    builder_.box(chain.front());
    builder_.add_end(chain);
  }

  // Findings of versions that compete: the others and who requires them are
  // what it is about.
  bool shows_versions() const {
    constexpr std::array kCodes = {"MG2001", "MG2006", "MG2011", "MG3002"};
    return std::ranges::any_of(
        kCodes, [&](std::string_view c) { return c == finding_.rule->code; });
  }

  bool is_cycle() const { return finding_.rule->name == "version-cycle"; }

  // The requirements between the members. The lines show that it is a cycle;
  // the boxes keep the colours of versions.
  void add_cycle() {
    std::vector<NodeId> members;
    for (const Subject& s : finding_.subjects)
      if (const auto n = report_.graph.find(s.module, s.version))
        if (builder_.has(*n)) members.push_back(*n);
    std::ranges::sort(members);
    if (!members.empty() && builder_.base().fits(0, 1))
      builder_.lead_to(members.front(), members.size());
    for (const NodeId n : members)
      for (const NodeId to : report_.graph.requirements(n)) {
        if (to == n || !std::ranges::binary_search(members, to)) continue;
        const std::uint32_t from_box = builder_.box(n);
        const std::uint32_t to_box = builder_.box(to);
        if (!builder_.base().has_line(from_box, to_box) &&
            !builder_.base().fits(0, 1))
          continue;
        PictureLine& line = builder_.base().line(from_box, to_box);
        line.through_hidden = false;
        line.in_cycle = true;
        line.closes_cycle = opens(Edge<NodeId>{n, to});
      }
  }

  bool opens(const Edge<NodeId>& edge) const {
    return std::ranges::any_of(
        report_.cycles, [&](const CyclicComponent& cycle) {
          return cycle.cycle_class == CycleClass::kVersion &&
                 std::ranges::find(cycle.feedback_arcs, edge) !=
                     cycle.feedback_arcs.end();
        });
  }

  // The version that go.mod requires, if another one is selected.
  void add_old_version() {
    if (!finding_.change || finding_.subjects.empty()) return;
    const auto old =
        report_.graph.find(finding_.subjects[0].module, finding_.change->from);
    if (old && builder_.base().fits(1, 1))
      for (const NodeId main : report_.graph.mains()) {
        const auto asked = report_.graph.requirements(main);
        if (std::ranges::find(asked, *old) == asked.end()) continue;
        builder_.add_chain(std::vector{main, *old});
        break;
      }
  }

  // The requirement that raised it.
  void mark_change() {
    if (!finding_.change || finding_.witness.empty() ||
        finding_.witness[0].size() < 2)
      return;
    const NameChain& chain = finding_.witness[0];
    const auto from = node_named(report_.graph, chain[chain.size() - 2]);
    const auto to = node_named(report_.graph, chain.back());
    if (!from || !to || !builder_.has(*from) || !builder_.has(*to)) return;
    const std::uint32_t a = builder_.box(*from);
    const std::uint32_t b = builder_.box(*to);
    if (!builder_.base().has_line(a, b)) return;
    PictureLine& line = builder_.base().line(a, b);
    line.forced = {*finding_.change};
    line.decides = false;
  }

  void add_subject(const Subject& subject) {
    const auto node = subject.version.empty()
                          ? node_named(report_.graph, subject.module)
                          : report_.graph.find(subject.module, subject.version);
    if (!node) return;
    if (!builder_.has(*node) && !builder_.base().fits(1, 1)) {
      ++subjects_;
      return;
    }
    if (!builder_.has(*node)) builder_.lead_to(*node, 0);
    PictureBox& box = builder_.base().box(builder_.box(*node));
    box.in_question = true;
    if (finding_.level > Level::kNote) box.mark = finding_.level;
    // Drift shows the requirers of each version; a cycle, its requirements.
    const bool asked = !shows_versions() && !is_cycle();
    if (asked && !report_.graph.is_main(*node))
      requirers_ += builder_.add_requirers(*node, report_.requirers.row(*node),
                                           kMaxRequirers);
  }

  // The required versions, the highest first, and the lowest; each with its
  // requirers, and a path to those.
  void add_versions() {
    if (finding_.subjects.empty()) return;
    const auto module = report_.graph.find(finding_.subjects[0].module);
    if (!module) return;
    std::vector<NodeId> asked;
    for (const NodeId n : report_.graph.versions(*module))
      if (!report_.requirers.row(n).empty()) asked.push_back(n);
    std::reverse(asked.begin(), asked.end());
    const std::size_t all = asked.size();
    if (all > kMaxVersions)
      asked.erase(asked.begin() + kMaxVersions - 1, asked.end() - 1);
    std::uint64_t hidden = all - asked.size();
    const std::size_t most = requirers_per_version(asked);
    for (const NodeId n : asked) {
      if (builder_.base().fits(2, 2))
        requirers_ += builder_.add_requirers(n, report_.requirers.row(n), most);
      else
        ++hidden;
    }
    for (const NodeId n : asked)
      for (const NodeId r : report_.requirers.row(n))
        if (builder_.has(r) && builder_.base().fits(0, 1)) builder_.connect(r);
    builder_.base().hide(hidden, "required version between these",
                         "required versions between these");
  }

  // As many as leave room for all versions.
  std::size_t requirers_per_version(const std::vector<NodeId>& asked) const {
    for (std::size_t most = kMaxRequirers; most > 1; --most) {
      std::size_t boxes = 0;
      for (const NodeId n : asked)
        boxes += 1 + std::min(report_.requirers.row(n).size(), most);
      if (boxes <= std::min(kComfortable, builder_.base().box_room()))
        return most;
    }
    return 1;
  }

  std::string heading() const {
    if (finding_.subjects.empty()) return "the inputs";
    std::string out = finding_.subjects[0].module;
    if (finding_.subjects.size() > 1)
      out += fmt::format(" and {} more", finding_.subjects.size() - 1);
    return out;
  }

  const Report& report_;
  const Finding& finding_;
  VersionPictureBuilder builder_;
  std::uint64_t cut_ = 0;
  std::uint64_t left_out_ = 0;
  std::uint64_t requirers_ = 0;
  std::uint64_t subjects_ = 0;
};

}  // namespace

Picture finding_view(const Report& report, const Finding& finding,
                     const ViewLimits& limits) {
  Picture out;
  if (finding.rule->name == "selected-cycle" ||
      finding.rule->name == "path-cycle")
    out = cycle_view(report, finding, limits);
  else if (finding.rule->name == "heavy-direct")
    out = heavy_view(report, finding, limits);
  else
    out = FindingView(report, finding, limits).draw();
  out.source = picture_source(report.inputs);
  return out;
}

std::vector<const Finding*> findings_meant(const Report& report,
                                           std::string_view word) {
  const std::size_t colon = word.find(':');
  const Rule* rule = find_rule(word.substr(0, colon));
  const bool any_module = colon == std::string_view::npos;
  const std::string_view module = any_module ? "" : word.substr(colon + 1);
  const auto about = [&](const Subject& s) { return s.module == module; };
  std::vector<const Finding*> out;
  for (const Finding& f : report.findings) {
    const bool by_rule = rule != nullptr && f.rule == rule &&
                         (any_module || std::ranges::any_of(f.subjects, about));
    const bool by_fingerprint =
        word.size() >= kShortestFingerprint && f.fingerprint.starts_with(word);
    if (by_rule || by_fingerprint) out.push_back(&f);
  }
  return out;
}

}  // namespace modgraph
