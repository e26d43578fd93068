#include "importers/git/git_repository.h"

#include <git2.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/base/file_path.h"
#include "engine/base/shell_word.h"
#include "importers/git/git_handle.h"
#include "importers/git/merge_base.h"
#include "importers/git/shallow_file.h"
#include "importers/module_cache/regular_file.h"

namespace modgraph {
namespace {

using OwnedObject = GitOwned<git_object, git_object_free>;
using OwnedConfig = GitOwned<git_config, git_config_free>;

// What is there for those whose repository we cannot read.
constexpr const char* kWayRound =
    "unpack both sides with `git worktree add FOLDER REVISION` and name the "
    "folders";

Error open_error(int code, const std::string& folder) {
  const std::string reason = git_reason();
  if (code == GIT_ENOTFOUND)
    return environment_error(
        folder + " is not in a git repository",
        "run in a clone, or name folders or files in place of revisions");
  return environment_error(
      "the git repository of " + folder + " cannot be read: " + reason,
      kWayRound);
}

// What its objects are named by: "sha1" unless it says otherwise. A config that
// cannot be read has no say: libgit2 has read it before.
std::string object_format(git_repository* repository) {
  constexpr const char* kKey = "extensions.objectformat";
  git_config* raw = nullptr;
  if (git_repository_config_snapshot(&raw, repository) != 0) {
    (void)git_reason();
    return "sha1";
  }
  const OwnedConfig config(raw);
  const char* value = nullptr;
  if (git_config_get_string(&value, raw, kKey) != 0) (void)git_reason();
  return value == nullptr ? "sha1" : value;
}

// The part that two clean names end in, element by element: its length in each,
// with the slash before it where there is one.
std::size_t common_end(std::string_view a, std::string_view b) {
  std::size_t common = 0;
  while (true) {
    const std::size_t rest = b.size() - common;
    if (rest == 0) return common;
    const std::size_t slash = b.rfind('/', rest - 1);
    const std::size_t begin = slash == std::string_view::npos ? 0 : slash + 1;
    const std::size_t length = b.size() - begin;
    if (length + 1 >= a.size() || !a.ends_with(b.substr(begin)) ||
        a[a.size() - length - 1] != '/')
      return common;
    common = std::min(b.size(), length + 1);
    if (begin == 0) return b.size();
  }
}

// Where links lead from the name of a folder into the repository: the first
// part of the name that lies in it.
std::optional<CheckoutFolder> other_name(const std::string& folder,
                                         const std::string& root) {
  const std::string said = clean_path(folder), real = real_path(said);
  if (is_in_folder(said, root) || !is_in_folder(real, root))
    return std::nullopt;
  const std::string place = relative_path(root, real).value_or(".");
  if (place == ".") return CheckoutFolder{said, ""};
  const std::size_t common = common_end(said, place);
  if (common == place.size())
    return CheckoutFolder{said.substr(0, said.size() - common - 1), ""};
  return CheckoutFolder{said.substr(0, said.size() - common),
                        place.substr(0, place.size() - common)};
}

std::string id_text(const git_oid& id) {
  std::string out(GIT_OID_HEXSZ, '\0');
  git_oid_fmt(out.data(), &id);
  return out;
}

// Where the files of a bare repository would be: in its git directory, unless
// that is the `.git` of another folder, or named by one.
std::string bare_root(const std::string& git_folder, std::string folder) {
  if (is_in_folder(folder, git_folder)) return git_folder;
  while (!is_there(join_path(folder, ".git")) && folder != "/")
    folder = parent_path(folder);
  return folder == "/" ? git_folder : folder;
}

enum class Peeled : std::uint8_t { kCommit, kUnknown, kAmbiguous, kNoCommit };

struct Revision {
  Peeled what = Peeled::kUnknown;
  std::string id;
};

Revision find_revision(GitHandle& handle, const std::string& text) {
  if (text.empty() || text.find('\0') != std::string::npos) return {};
  const std::scoped_lock lock(handle.mutex());
  git_object* raw = nullptr;
  const int code = git_revparse_single(&raw, handle.get(), text.c_str());
  const OwnedObject object(raw);
  if (code != 0) {
    (void)git_reason();
    return {code == GIT_EAMBIGUOUS ? Peeled::kAmbiguous : Peeled::kUnknown, {}};
  }
  git_object* peeled = nullptr;
  const int wrong = git_object_peel(&peeled, raw, GIT_OBJECT_COMMIT);
  const OwnedObject commit(peeled);
  if (wrong != 0) {
    (void)git_reason();
    return {wrong == GIT_ENOTFOUND ? Peeled::kUnknown : Peeled::kNoCommit, {}};
  }
  return {Peeled::kCommit, id_text(*git_object_id(peeled))};
}

std::string as_said(const std::string& revision) {
  return "'" + revision + "'";
}

// What to fetch for a revision that a shallow clone lacks.
std::string fetch_hint(const std::string& revision) {
  constexpr std::string_view kOrigin = "origin/";
  std::string branch = "BRANCH";
  if (revision.starts_with(kOrigin)) {
    const std::string name = revision.substr(kOrigin.size());
    if (git_reference_is_valid_name(("refs/heads/" + name).c_str()) == 1)
      branch = shell_word(name + ":refs/remotes/" + revision);
  }
  return "fetch it: `git fetch --depth=1 origin " + branch +
         "`; in CI check out with `fetch-depth: 0`";
}

Error revision_error(Peeled what, const std::string& revision, bool shallow) {
  switch (what) {
    case Peeled::kAmbiguous:
      return usage_error("revision " + as_said(revision) + " is ambiguous",
                         "write more of the id");
    case Peeled::kNoCommit:
      return usage_error("revision " + as_said(revision) + " is not a commit");
    default:
      break;
  }
  std::string message = "unknown revision " + as_said(revision);
  // Whether it is there depends on what was fetched, not on the word alone.
  if (!shallow)
    return environment_error(std::move(message),
                             "`git log --all --oneline` lists what there is; a "
                             "branch of the remote may have to be fetched");
  return environment_error(message +
                               ": the repository is shallow and may "
                               "only lack it",
                           fetch_hint(revision));
}

}  // namespace

Result<std::unique_ptr<GitRepository>> GitRepository::open(
    const std::string& folder) {
  if (!start_libgit2())
    return fail(environment_error("libgit2 cannot start: " + git_reason()));
  git_repository* raw = nullptr;
  if (const int code =
          git_repository_open_ext(&raw, folder.c_str(), 0, nullptr))
    return fail(open_error(code, folder));
  auto handle = std::make_shared<GitHandle>(raw);
  if (const std::string format = object_format(raw); format != "sha1")
    return fail(environment_error("the git repository of " + folder +
                                      " names its objects by " + format +
                                      ", which modgraph cannot read",
                                  kWayRound));
  const bool is_bare = git_repository_is_bare(raw) != 0;
  const char* files = git_repository_workdir(raw);
  const std::string real = real_path(clean_path(folder));
  const std::string root =
      is_bare || files == nullptr
          ? bare_root(clean_path(git_repository_path(raw)), real)
          : clean_path(files);
  if (!is_in_folder(real, root))
    return fail(environment_error(
        folder + " is not among the files of its git repository",
        "they are in " + root));
  std::vector<CheckoutFolder> checkouts = {{root, ""}};
  if (auto other = other_name(folder, root))
    checkouts.push_back(*std::move(other));
  return std::unique_ptr<GitRepository>(
      new GitRepository(std::move(handle), is_bare, std::move(checkouts)));
}

GitRepository::~GitRepository() = default;

bool GitRepository::has_revision(const std::string& word) const {
  return find_revision(*handle_, word).what == Peeled::kCommit;
}

Result<Commit> GitRepository::resolve(const std::string& revision) const {
  Revision found = find_revision(*handle_, revision);
  if (found.what == Peeled::kCommit) return Commit{revision, found.id};
  const auto boundary = read_shallow_file(*handle_);
  if (!boundary) return fail(boundary.error());
  return fail(revision_error(found.what, revision, !boundary->empty()));
}

Result<Commit> GitRepository::merge_base(const Commit& a,
                                         const Commit& b) const {
  const auto boundary = read_shallow_file(*handle_);
  if (!boundary) return fail(boundary.error());
  const std::scoped_lock lock(handle_->mutex());
  const auto base = find_merge_base(handle_->get(), a.id, b.id, *boundary);
  if (!base) return fail(base.error());
  const std::string names = as_said(a.name) + " and " + as_said(b.name);
  constexpr const char* kUnshallow =
      "fetch it: `git fetch --unshallow`; in CI check out with `fetch-depth: "
      "0`";
  switch (base->certainty) {
    case MergeBase::kSure:
      return Commit{"merge base of " + names, base->id};
    case MergeBase::kNone:
      return fail(usage_error(names + " have no common ancestor",
                              "name the base itself, without the three dots"));
    case MergeBase::kUnsure:
      break;
  }
  return fail(environment_error(
      base->id.empty()
          ? "the merge base of " + names +
                " is in the history that this shallow repository lacks"
          : "the merge base of " + names + " may be " + base->id +
                " or a later commit that this shallow repository lacks",
      kUnshallow));
}

}  // namespace modgraph
