#include "cli/project/diff_places.h"

#include <fmt/core.h>

#include <optional>
#include <tuple>
#include <utility>

#include "engine/base/file_path.h"
#include "engine/base/printable.h"
#include "importers/module_cache/regular_file.h"

namespace modgraph {
namespace {

// What the user wrote, taken apart.
struct Words {
  std::string base;
  std::string head;  // ".": the folder that the command runs in
  bool merge_base = false;
};

Result<Words> take_apart(const std::vector<std::string>& words,
                         bool merge_base) {
  Words out{words.front(), ".", merge_base};
  if (words.size() > 1) out.head = words[1];
  const std::size_t dots = out.base.find("...");
  const bool is_path = out.base.starts_with(".") || out.base.starts_with("/");
  if (is_path || words.size() > 1) return out;
  if (dots != std::string::npos && dots > 0) {
    out.head = out.base.substr(dots + 3);
    out.base.resize(dots);
    if (out.head.empty()) out.head = "HEAD";
    out.merge_base = true;
  } else if (const std::size_t two = out.base.find("..");
             two != std::string::npos && two > 0 && !is_there(out.base)) {
    const std::string before = out.base.substr(0, two);
    const std::string after = out.base.substr(two + 2);
    return fail(usage_error(
        fmt::format("{}: two dots name a range of commits, not two states",
                    printable(out.base)),
        fmt::format("write modgraph diff {} {}; with three dots the base is "
                    "where their histories part",
                    printable(before), printable(after))));
  }
  return out;
}

class PlaceFinder {
 public:
  explicit PlaceFinder(DiffPlaces& out) : out_(out), here_(real_path(".")) {}

  Result<NamedPlace> find(const std::string& word) {
    const bool says_path = word.starts_with(".") || word.starts_with("/");
    const bool folder = is_folder(word);
    const bool revision = !says_path && has_revision(word);
    if (folder && revision && !word.starts_with("refs/"))
      return fail(usage_error(
          fmt::format("{} is a revision, and a folder", printable(word)),
          fmt::format("write ./{} for the folder, refs/heads/{} or the like "
                      "for the revision",
                      printable(word), printable(word))));
    if (revision) return commit(word);
    if (folder) return folder_place(word);
    if (is_there(word))
      return fail(usage_error(fmt::format("{} is no folder", printable(word)),
                              "name a folder with a go.mod, or a revision"));
    return nothing(word);
  }

  // The base becomes where its history and the head's part.
  Result<void> go_to_merge_base(NamedPlace& base, const NamedPlace& head) {
    if (base.side.commit.empty())
      return fail(usage_error(fmt::format("{} is a folder: it has no history",
                                          printable(base.side.name)),
                              "name a revision, or leave out --merge-base"));
    Commit other{head.side.name, head.side.commit};
    if (other.id.empty()) {
      auto checked_out = out_.repository->resolve("HEAD");
      if (!checked_out) return fail(std::move(checked_out.error()));
      other = std::move(*checked_out);
    }
    auto common =
        out_.repository->merge_base({base.side.name, base.side.commit}, other);
    if (!common) return fail(std::move(common.error()));
    common->name = base.side.name + "..." + other.name;
    auto place = commit_place(*common);
    if (!place) return fail(std::move(place.error()));
    base = std::move(*place);
    return {};
  }

  // Both sides call a file alike.
  void set_roots(NamedPlace& base, NamedPlace& head) const {
    const auto is_of_repository = [&](const NamedPlace& at) {
      return out_.repository &&
             is_in_folder(at.place.folder, out_.repository->folder());
    };
    const bool has_commit =
        !base.side.commit.empty() || !head.side.commit.empty();
    if (has_commit && is_of_repository(base) && is_of_repository(head))
      base.place.root = head.place.root = out_.repository->folder();
    else
      std::tie(base.place.root, head.place.root) =
          naming_roots(base.place.folder, head.place.folder);
  }

 private:
  bool has_revision(const std::string& word) {
    open();
    return out_.repository && out_.repository->has_revision(word);
  }

  void open() {
    if (is_open_) return;
    is_open_ = true;
    auto repository = GitRepository::open(here_);
    if (repository)
      out_.repository = std::move(*repository);
    else
      failure_ = std::move(repository.error());
  }

  Result<NamedPlace> nothing(const std::string& word) const {
    if (!out_.repository) return fail(failure_);
    // In its words why there is no such revision.
    auto commit = out_.repository->resolve(word);
    if (!commit) return fail(std::move(commit.error()));
    return fail(usage_error(
        fmt::format("{} is no revision, and no folder", printable(word))));
  }

  Result<NamedPlace> folder_place(const std::string& word) const {
    const std::string folder = real_path(word == "." ? here_ : word);
    return NamedPlace{{"folder", word, ""}, {folder, folder, &disk()}};
  }

  Result<NamedPlace> commit(const std::string& word) {
    const auto commit = out_.repository->resolve(word);
    if (!commit) return fail(commit.error());
    return commit_place(*commit);
  }

  Result<NamedPlace> commit_place(const Commit& commit) {
    auto tree = CommitTree::open(*out_.repository, commit);
    if (!tree) return fail(std::move(tree.error()));
    const std::string& root = out_.repository->folder();
    const bool bare = out_.repository->is_bare();
    NamedPlace out{{"commit", commit.name, commit.id},
                   {bare ? root : here_, root, tree->get()}};
    out_.trees.push_back(std::move(*tree));
    return out;
  }

  DiffPlaces& out_;
  std::string here_;
  bool is_open_ = false;
  Errors failure_;  // why there is no repository
};

}  // namespace

Result<DiffPlaces> diff_places(const std::vector<std::string>& words,
                               bool merge_base) {
  const auto named = take_apart(words, merge_base);
  if (!named) return fail(named.error());
  DiffPlaces out;
  PlaceFinder finder(out);
  auto base = finder.find(named->base);
  if (!base) return fail(std::move(base.error()));
  auto head = finder.find(named->head);
  if (!head) return fail(std::move(head.error()));
  if (named->merge_base)
    if (auto gone = finder.go_to_merge_base(*base, *head); !gone)
      return fail(std::move(gone.error()));
  finder.set_roots(*base, *head);
  out.base = std::move(*base);
  out.head = std::move(*head);
  return out;
}

}  // namespace modgraph
