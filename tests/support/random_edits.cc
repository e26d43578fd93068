#include "tests/support/random_edits.h"

#include <array>
#include <string>
#include <string_view>

namespace modgraph::test {
namespace {

using Modules = std::vector<ModuleVersion>;

template <class T, std::size_t size>
const T& one_of(Random& random, const std::array<T, size>& list) {
  return list[below(random, size)];
}

constexpr auto kEditPaths = std::to_array<std::string_view>(
    {"a.b/c", "a.b/new", "zz.example/last", "m", "a.b/c/v2", "gopkg.in/yaml.v2",
     "gopkg.in/x.v3-unstable", "rsc.io/quote"});
constexpr auto kEditVersions = std::to_array<std::string_view>(
    {"v1.0.0", "v1.10.0", "v1.2.0-rc.1", "v0.0.0-20200101000000-abcdefabcdef",
     "v2.0.0", "v2.0.0+incompatible", "v3.1.0", "v1.2", "master"});
constexpr auto kFolders =
    std::to_array<std::string_view>({"./d", "../x y", "/abs", ".", "../a@b"});
constexpr auto kGo = std::to_array<std::string_view>(
    {"1.16", "1.20", "1.21", "1.21rc1", "1.22.3", "none"});
constexpr auto kToolchains = std::to_array<std::string_view>(
    {"go1.22.3", "go1.21rc1", "default", "none"});
constexpr auto kFolderNames =
    std::to_array<std::string_view>({".", "./a", "a b", "..", "\"q\""});

// What the file speaks of, replaced modules twice: with and without version.
Modules modules_of(const Manifest& manifest) {
  Modules out;
  for (const auto& each : manifest.require) out.push_back(each.module);
  for (const auto& each : manifest.exclude) out.push_back(each.module);
  for (const auto& each : manifest.replace) {
    out.push_back(each.old);
    out.push_back({each.old.path, ""});
    out.push_back(each.replacement);
  }
  return out;
}

class Edits {
 public:
  Edits(Random& random, const Manifest& manifest)
      : random_(random), kind_(manifest.kind), modules_(modules_of(manifest)) {}

  ManifestEdit next() {
    const EditKind kind = random_kind();
    switch (kind) {
      case EditKind::kGo:
        return {kind,
                {"", refused() ? random_go_version(random_) : string(kGo)}};
      case EditKind::kToolchain:
        return {kind, {"", refused() ? "go2" : string(kToolchains)}};
      case EditKind::kDropRequire:
        return {kind, {module().path, ""}};
      case EditKind::kReplace:
        return {kind, below(random_, 3) == 0 ? module() : versioned(),
                substitute()};
      case EditKind::kDropReplace:
        return {kind, module()};
      case EditKind::kRequire:
      case EditKind::kExclude:
      case EditKind::kDropExclude:
        break;
    }
    return {kind, versioned()};
  }

 private:
  EditKind random_kind() {
    using K = EditKind;
    if (kind_ == ManifestKind::kGoWork)
      return one_of(
          random_, std::array{K::kReplace, K::kReplace, K::kDropReplace, K::kGo,
                              K::kToolchain});
    return one_of(random_, std::array{K::kRequire, K::kRequire, K::kDropRequire,
                                      K::kDropRequire, K::kExclude,
                                      K::kDropExclude, K::kReplace,
                                      K::kDropReplace, K::kGo, K::kToolchain});
  }

  bool refused() { return below(random_, 40) == 0; }

  template <std::size_t size>
  std::string string(const std::array<std::string_view, size>& list) {
    return std::string(one_of(random_, list));
  }

  // A path of the file or another, with its version or "".
  ModuleVersion module() {
    if (refused()) return {printable(random_path(random_)), ""};
    if (modules_.empty() || below(random_, 4) == 0)
      return {string(kEditPaths), ""};
    return modules_[below(random_, modules_.size())];
  }

  ModuleVersion versioned() {
    ModuleVersion out = module();
    if (refused())
      out.version = printable(random_version(random_));
    else if (out.version.empty() || below(random_, 3) == 0)
      out.version = string(kEditVersions);
    return out;
  }

  ModuleVersion substitute() {
    if (below(random_, 2) == 0) return versioned();
    return {string(below(random_, 4) == 0 ? kFolderNames : kFolders), ""};
  }

  // An argument of a program cannot hold a NUL.
  static std::string printable(std::string text) {
    for (char& c : text)
      if (c == '\0') c = '?';
    return text;
  }

  Random& random_;
  ManifestKind kind_;
  Modules modules_;
};

}  // namespace

std::vector<ManifestEdit> random_edits(Random& random,
                                       const Manifest& manifest) {
  Edits edits(random, manifest);
  std::vector<ManifestEdit> out;
  for (std::size_t n = 1 + below(random, 4); n > 0; --n)
    out.push_back(edits.next());
  return out;
}

}  // namespace modgraph::test
