#include "cli/project/shared_packages.h"

#include <fmt/core.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "cli/terminal/paths.h"
#include "engine/base/file_path.h"
#include "engine/base/parallel.h"
#include "engine/model/module_path.h"
#include "engine/model/nested_modules.h"
#include "engine/resolve/pruning.h"
#include "importers/module_cache/regular_file.h"

namespace modgraph {
namespace {

// A module of the build list.
struct Candidate {
  std::string path;
  ModuleFiles files;
  bool is_main = false;
};

std::string main_folder(const MainModules& mains, std::string_view path) {
  for (const MainModule& m : mains.modules)
    if (m.manifest.module && m.manifest.module->path == path) return m.folder;
  return {};
}

std::vector<Candidate> candidates_of(const Resolution& r) {
  std::vector<Candidate> out;
  const std::string repository = repository_root(r.folder);
  for (const BuildModule& m : r.build.build_list) {
    if (m.module == nullptr) continue;
    Candidate& one = out.emplace_back();
    one.path = m.module->path;
    one.is_main = m.module->version.empty();
    one.files.module = m.replaced ? m.replaced->read : *m.module;
    if (one.is_main)
      one.files.folder = main_folder(r.mains, one.path);
    else if (one.files.module.version.empty() &&
             lies_inside(one.files.module.path, repository))
      one.files.folder = one.files.module.path;
  }
  return out;
}

// The modules in which the go command looks for a package first; it looks in no
// others where it finds one. Of go < 1.17 these are all: then there is no set.
class FirstModules {
 public:
  explicit FirstModules(const MainModules& mains)
      : is_workspace_(mains.is_workspace()) {
    if (is_workspace_) return;
    const Manifest& manifest = mains.modules.front().manifest;
    is_pruned_ = manifest.go &&
                 pruning_of_go_line(manifest.go->version) == Pruning::kPruned;
    for (const Requirement& r : manifest.require) paths_.insert(r.module.path);
  }

  bool looks_in_both_at_once(const Candidate& a, const Candidate& b) const {
    if (is_workspace_) return a.is_main == b.is_main;
    return !is_pruned_ || (is_first(a) && is_first(b));
  }

 private:
  bool is_first(const Candidate& m) const {
    return m.is_main || paths_.contains(m.path);
  }

  bool is_workspace_ = false;
  bool is_pruned_ = false;
  std::set<std::string_view> paths_;
};

// What one module is asked for: the modules below it, by where they would be in
// it. Of those themselves, everything.
struct Question {
  const Candidate* module = nullptr;
  std::vector<std::string> below;
};

// Archives never change: what one resolution has read serves the next.
std::vector<PackageFolders> answers_to(const std::vector<Question>& questions,
                                       const Resolution& r) {
  auto& known = r.shared->packages;
  std::vector<PackageFolders> out(questions.size());
  run_each(questions.size() > 1 ? kWorthThreads : 0, questions.size(),
           [&](std::size_t i) {
             const auto& [m, below] = questions[i];
             const auto found = known.find({m->files.module, below});
             out[i] = found != known.end()
                          ? found->second
                          : package_folders(m->files,
                                            r.environment.module_cache, below);
           });
  for (std::size_t i = 0; i < questions.size(); ++i)
    if (const ModuleVersion& m = questions[i].module->files.module;
        !m.version.empty())
      known.try_emplace({m, questions[i].below}, out[i]);
  return out;
}

class SharedPackagesSearch {
 public:
  explicit SharedPackagesSearch(const Resolution& r)
      : resolution_(r), modules_(candidates_of(r)) {
    std::vector<std::string_view> paths;
    for (const Candidate& m : modules_) paths.push_back(m.path);
    const FirstModules first(r.mains);
    for (const NestedModules& n : nested_modules(paths)) {
      const Candidate& outer = modules_[n.outer];
      const Candidate& inner = modules_[n.inner];
      if (first.looks_in_both_at_once(outer, inner))
        pairs_.push_back({&outer, &inner, {}});
    }
  }

  SharedPackagesFound run() {
    read_outer_modules();
    read_inner_modules();
    std::sort(out_.shared.begin(), out_.shared.end(),
              [](const auto& a, const auto& b) {
                return std::tie(a.outer, a.inner) < std::tie(b.outer, b.inner);
              });
    return std::move(out_);
  }

 private:
  struct Pair {
    const Candidate* outer;
    const Candidate* inner;
    std::vector<std::string> in_outer;  // packages where the inner one is
  };

  // Where the packages of the inner module would be in the outer one.
  static std::string place_of(const Pair& p) {
    return p.inner->path.substr(p.outer->path.size() + 1);
  }

  // Pairs of one outer module follow each other.
  void read_outer_modules() {
    std::vector<Question> questions;
    for (const Pair& p : pairs_) {
      if (questions.empty() || questions.back().module != p.outer)
        questions.push_back({p.outer, {}});
      questions.back().below.push_back(place_of(p));
    }
    const std::vector<PackageFolders> found =
        answers_to(questions, resolution_);
    std::size_t at = 0;
    for (Pair& p : pairs_) {
      if (questions[at].module != p.outer) ++at;
      if (is_unreadable(*p.outer, found[at])) continue;
      const std::string place = place_of(p);
      for (const std::string& folder : found[at].folders)
        if (is_in_folder(folder, place)) p.in_outer.push_back(folder);
    }
  }

  void read_inner_modules() {
    std::vector<Question> questions;
    std::erase_if(pairs_, [](const Pair& p) { return p.in_outer.empty(); });
    for (const Pair& p : pairs_) questions.push_back({p.inner, {}});
    const std::vector<PackageFolders> found =
        answers_to(questions, resolution_);
    for (std::size_t i = 0; i < pairs_.size(); ++i)
      if (!is_unreadable(*pairs_[i].inner, found[i]))
        compare(pairs_[i], found[i].folders);
  }

  void compare(const Pair& p, const std::vector<std::string>& in_inner) {
    SharedPackages both{p.outer->path, p.inner->path, {}, false};
    std::size_t importable = 0;
    for (const std::string& folder : in_inner) {
      const std::string there = join_path(place_of(p), folder);
      std::string package = p.outer->path + "/" + there;
      if (check_import_path(package)) continue;  // refused: nobody imports it
      ++importable;
      if (std::binary_search(p.in_outer.begin(), p.in_outer.end(), there))
        both.packages.push_back(std::move(package));
    }
    both.all_of_inner = both.packages.size() == importable;
    if (!both.packages.empty()) out_.shared.push_back(std::move(both));
  }

  bool is_unreadable(const Candidate& m, const PackageFolders& found) {
    if (found.state != PackageFolders::State::kUnreadable) return false;
    std::string sentence = fmt::format(
        "the files of {} cannot be read: whether another module has the same "
        "packages is not known",
        module_name(m.files.module));
    if (out_.unread.empty() || out_.unread.back() != sentence)
      out_.unread.push_back(std::move(sentence));
    return true;
  }

  const Resolution& resolution_;
  std::vector<Candidate> modules_;
  std::vector<Pair> pairs_;
  SharedPackagesFound out_;
};

}  // namespace

SharedPackagesFound shared_packages(const Resolution& resolution) {
  return SharedPackagesSearch(resolution).run();
}

}  // namespace modgraph
