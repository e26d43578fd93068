// Which modules are in the build at several major versions?
//
// Idea: what two majors of one module have in common is the path without its
// major. Only a path that says a major can have a sibling, so the others are
// looked up by name instead of being sorted. gopkg.in/U/P.vN is
// github.com/U/P at major N, and gopkg.in/P.vN is github.com/go-P/P.
// Source: semantic import versioning (R. Cox, "Semantic Import Versioning",
// 2018); go.dev/ref/mod#major-version-suffixes; labix.org/gopkg.in.
// Cost: O(V + k log V) for k paths that say a major.
// Tested by split_majors_test.cc, build_questions_agreement_test.cc.

#include "engine/analysis/versions/split_majors.h"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "engine/model/module_path.h"
#include "engine/model/version.h"

namespace modgraph {
namespace {

// A module whose path is `prefix` and a major.
struct Major {
  std::string prefix;
  std::string_view number;  // "2" of "/v2"; "" when the path says none
  std::string_view suffix;  // "-unstable" or ""
  ModuleId module;

  // Numbers have no leading zeros, so a longer one is higher.
  auto order() const {
    return std::tuple(std::string_view(prefix), number.size(), number, suffix,
                      module);
  }
};

// Where the code of a gopkg.in path is, without its major.
std::string real_prefix(std::string_view prefix) {
  constexpr std::string_view kService = "gopkg.in/";
  if (!prefix.starts_with(kService)) return std::string(prefix);
  const std::string name(prefix.substr(kService.size()));
  if (name.find('/') != std::string::npos) return "github.com/" + name;
  return "github.com/go-" + name + "/" + name;
}

Major major_of(std::string_view path, ModuleId module) {
  const PathParts parts = split_path_version(path);
  Major out{{}, {}, {}, module};
  if (parts.major.size() < 2) return out;
  const std::string_view number = parts.major.substr(2);  // behind "/v" or ".v"
  const std::size_t end = std::min(number.find('-'), number.size());
  out.number = number.substr(0, end);
  out.suffix = number.substr(end);
  out.prefix = real_prefix(parts.prefix);
  return out;
}

std::vector<Major> majors(const ModuleGraph& graph) {
  std::vector<Major> out;
  for (ModuleId m : graph.modules()) {
    if (graph.kind(m) != ModuleKind::kModule) continue;
    Major major = major_of(graph.path(m), m);
    if (!major.number.empty()) out.push_back(major);
  }
  std::sort(out.begin(), out.end(), [](const Major& a, const Major& b) {
    return a.order() < b.order();
  });
  return out;
}

// Whether the version of `m`, whose path says no major, has the major of one
// of the others: vN+incompatible beside /vN, or v1 beside gopkg.in's .v1.
bool is_twin(const ModuleGraph& graph, ModuleId m,
             const std::vector<Major>& others, std::size_t begin,
             std::size_t end) {
  const std::string_view version = graph.version(graph.selected(m));
  if (!is_semver(version)) return false;
  const std::string_view number = semver_major(version).substr(1);
  return std::any_of(others.begin() + static_cast<std::ptrdiff_t>(begin),
                     others.begin() + static_cast<std::ptrdiff_t>(end),
                     [&](const Major& o) { return o.number == number; });
}

}  // namespace

std::vector<SplitMajor> split_majors(const ModuleGraph& graph) {
  std::vector<SplitMajor> out;
  const std::vector<Major> all = majors(graph);
  for (std::size_t begin = 0; begin < all.size();) {
    std::size_t end = begin;
    while (end < all.size() && all[end].prefix == all[begin].prefix) ++end;
    SplitMajor split;
    const auto plain = graph.find(all[begin].prefix);
    if (plain && graph.kind(*plain) == ModuleKind::kModule) {
      split.modules.push_back(*plain);
      split.same_major_twice = is_twin(graph, *plain, all, begin, end);
    }
    for (std::size_t i = begin; i < end; ++i) {
      split.modules.push_back(all[i].module);
      split.same_major_twice |= i > begin && all[i].suffix.empty() &&
                                all[i - 1].suffix.empty() &&
                                all[i].number == all[i - 1].number;
    }
    if (split.modules.size() > 1) out.push_back(std::move(split));
    begin = end;
  }
  return out;
}

}  // namespace modgraph
