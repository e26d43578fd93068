#include "engine/findings/fingerprint.h"

#include <algorithm>
#include <numeric>

#include "engine/base/per_thread.h"
#include "engine/base/sha256.h"

namespace modgraph {
namespace {

constexpr std::size_t kDigits = 32;

// What a fingerprint is made from: its memory serves the next finding.
struct IdentityParts {
  std::vector<std::string_view> paths;
  std::string text;
};

void set_paths(const Finding& finding, std::vector<std::string_view>& paths) {
  paths.clear();
  // That a go.mod needs an update is one state, whichever lines are behind it.
  if (finding.rule->code != "MG2010")
    for (const Subject& s : finding.subjects) paths.push_back(s.module);
  std::sort(paths.begin(), paths.end());
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
}

std::string digest_of(std::string_view text) {
  return sha256_hex(text).substr(0, kDigits);
}

}  // namespace

std::string fingerprint(const Finding& finding, std::string_view owner) {
  static PerThread<IdentityParts> kept;
  auto& [paths, identity] = kept.get();
  set_paths(finding, paths);
  // No path contains a newline, so the parts cannot run into each other.
  identity.assign(finding.rule->code).append("\n").append(owner);
  for (const std::string_view path : paths) identity.append("\n").append(path);
  return digest_of(identity);
}

FindingIdentity identity_of(const Finding& finding, std::string_view owner) {
  FindingIdentity out{std::string(finding.rule->code), std::string(owner), {}};
  std::replace(out.main.begin(), out.main.end(), '\n', ' ');
  std::vector<std::string_view> paths;
  set_paths(finding, paths);
  for (const std::string_view path : paths)
    out.subject.append(out.subject.empty() ? "" : " ").append(path);
  return out;
}

// Both subjects are names in ascending order with blanks between.
bool is_within(const FindingIdentity& found, const FindingIdentity& known) {
  std::string_view few = found.subject;
  std::string_view many = known.subject;
  const auto next = [](std::string_view& names) {
    const std::string_view name = names.substr(0, names.find(' '));
    names.remove_prefix(std::min(name.size() + 1, names.size()));
    return name;
  };
  while (!few.empty()) {
    const std::string_view name = next(few);
    std::string_view other;
    do {
      if (many.empty()) return false;
      other = next(many);
    } while (other != name);
  }
  return true;
}

std::string fingerprint(const FindingIdentity& identity) {
  std::string text = identity.rule + "\n" + identity.main;
  if (!identity.subject.empty()) text += "\n" + identity.subject;
  std::replace(text.begin(), text.end(), ' ', '\n');
  return digest_of(text);
}

void make_fingerprints_unique(std::span<Finding> findings) {
  std::vector<std::size_t> order(findings.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) {
                     return findings[a].fingerprint < findings[b].fingerprint;
                   });
  for (std::size_t begin = 0; begin < order.size();) {
    const std::string first = findings[order[begin]].fingerprint;
    std::size_t end = begin + 1;
    for (; end < order.size() && findings[order[end]].fingerprint == first;
         ++end)
      findings[order[end]].fingerprint =
          digest_of(first + "\n" + std::to_string(end - begin));
    begin = end;
  }
}

FingerprintOwners::FingerprintOwners(const Project& project) {
  for (const NodeId main : project.graph.mains())
    all_.append(all_.empty() ? "" : "\n").append(project.graph.path(main));
  for (const Manifest& manifest : project.manifests)
    if (manifest.module)
      files_.emplace_back(manifest.file, manifest.module->path);
  std::sort(files_.begin(), files_.end());
}

std::string_view FingerprintOwners::of(const Finding& finding) const {
  // Where main modules disagree, which of them is shown first says nothing.
  if (!finding.location || finding.rule->code == "MG2006") return all_;
  const std::string_view file = finding.location->file;
  const auto at = std::lower_bound(
      files_.begin(), files_.end(), file,
      [](const auto& row, std::string_view name) { return row.first < name; });
  return at != files_.end() && at->first == file ? at->second : all_;
}

}  // namespace modgraph
