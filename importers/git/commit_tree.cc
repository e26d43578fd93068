#include "importers/git/commit_tree.h"

#include <git2.h>

#include <cerrno>
#include <map>
#include <mutex>
#include <string_view>
#include <utility>

#include "engine/base/file_path.h"
#include "engine/base/shell_word.h"
#include "importers/git/git_handle.h"

namespace modgraph {
namespace {

using OwnedTree = GitOwned<git_tree, git_tree_free>;
using OwnedDatabase = GitOwned<git_odb, git_odb_free>;
using OwnedBytes = GitOwned<git_odb_object, git_odb_object_free>;

// The table of one folder. A million files take less.
constexpr std::size_t kMaxFolderBytes = std::size_t{128} << 20;

enum class EntryKind : std::uint8_t {
  kMissing,
  kFile,
  kFolder,
  kLink,
  kSubmodule,
  kBehindFile,
  kBehindLink,
  kInSubmodule,
  kNotHere,  // the commit has it, and the repository lacks its folder
  kBroken,   // libgit2 cannot read its folder
};

struct CommitEntry {
  EntryKind kind = EntryKind::kMissing;
  git_oid id{};        // of a file
  std::string reason;  // of what is broken
};

EntryKind kind_of(git_filemode_t mode) {
  switch (mode) {
    case GIT_FILEMODE_TREE:
      return EntryKind::kFolder;
    case GIT_FILEMODE_LINK:
      return EntryKind::kLink;
    case GIT_FILEMODE_COMMIT:
      return EntryKind::kSubmodule;
    default:
      return EntryKind::kFile;
  }
}

// What a name below something is.
EntryKind kind_below(EntryKind kind) {
  switch (kind) {
    case EntryKind::kLink:
      return EntryKind::kBehindLink;
    case EntryKind::kSubmodule:
      return EntryKind::kInSubmodule;
    default:
      return EntryKind::kBehindFile;
  }
}

}  // namespace

// The folders that were asked for, each read once.
class CommitTree::Folders {
 public:
  Folders(std::shared_ptr<GitHandle> handle, OwnedDatabase objects,
          OwnedTree root)
      : handle_(std::move(handle)), objects_(std::move(objects)) {
    trees_.emplace("", std::move(root));
  }

  CommitEntry find(const std::string& place) const {
    const std::scoped_lock lock(handle_->mutex());
    return find_locked(place);
  }

  // The bytes of an object; nothing if the repository lacks it.
  tl::expected<std::optional<std::string>, ReadFault> bytes(
      const git_oid& id, std::uint64_t max_bytes) const;

 private:
  struct Table {
    git_tree* tree = nullptr;
    CommitEntry instead;  // where there is none
  };

  CommitEntry find_locked(const std::string& place) const;
  Table table_of(const std::string& place, const git_oid& id) const;

  std::shared_ptr<GitHandle> handle_;
  OwnedDatabase objects_;
  mutable std::map<std::string, OwnedTree> trees_;  // by place
};

CommitEntry CommitTree::Folders::find_locked(const std::string& place) const {
  if (place.empty()) return {EntryKind::kFolder, {}, {}};
  // Git's own folder, whatever a commit that git did not make has there.
  if (is_in_folder(place, ".git")) return {};
  git_tree* folder = trees_.at("").get();
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = place.find('/', begin);
    const bool is_last = end == std::string::npos;
    const std::string name = place.substr(begin, is_last ? end : end - begin);
    const git_tree_entry* found = git_tree_entry_byname(folder, name.c_str());
    if (found == nullptr) return {};
    const EntryKind kind = kind_of(git_tree_entry_filemode(found));
    const git_oid& id = *git_tree_entry_id(found);
    if (is_last) return {kind, id, {}};
    if (kind != EntryKind::kFolder) return {kind_below(kind), {}, {}};
    Table table = table_of(place.substr(0, end), id);
    if (table.tree == nullptr) return std::move(table.instead);
    folder = table.tree;
    begin = end + 1;
  }
}

CommitTree::Folders::Table CommitTree::Folders::table_of(
    const std::string& place, const git_oid& id) const {
  if (const auto known = trees_.find(place); known != trees_.end())
    return {known->second.get(), {}};
  std::size_t size = 0;
  git_object_t type = GIT_OBJECT_INVALID;
  int code = git_odb_read_header(&size, &type, objects_.get(), &id);
  if (code == 0 && size > kMaxFolderBytes)
    return {nullptr, {EntryKind::kBroken, {}, "its folder is too large"}};
  git_tree* tree = nullptr;
  if (code == 0) code = git_tree_lookup(&tree, handle_->get(), &id);
  if (code == 0) {
    trees_.emplace(place, OwnedTree(tree));
    return {tree, {}};
  }
  std::string reason = git_reason();
  if (code == GIT_ENOTFOUND) return {nullptr, {EntryKind::kNotHere, {}, {}}};
  return {nullptr, {EntryKind::kBroken, {}, std::move(reason)}};
}

tl::expected<std::optional<std::string>, ReadFault> CommitTree::Folders::bytes(
    const git_oid& id, std::uint64_t max_bytes) const {
  const std::scoped_lock lock(handle_->mutex());
  const auto fault = [](std::string reason) {
    return tl::unexpected<ReadFault>({std::move(reason), false});
  };
  std::size_t size = 0;
  git_object_t type = GIT_OBJECT_INVALID;
  int code = git_odb_read_header(&size, &type, objects_.get(), &id);
  if (code == 0 && type != GIT_OBJECT_BLOB) return fault("is not a file");
  if (code == 0 && size > max_bytes) return fault("file is too large");
  git_odb_object* raw = nullptr;
  if (code == 0) code = git_odb_read(&raw, objects_.get(), &id);
  const OwnedBytes object(raw);
  if (code == 0)
    return std::string(static_cast<const char*>(git_odb_object_data(raw)),
                       git_odb_object_size(raw));
  std::string reason = git_reason();
  if (code == GIT_ENOTFOUND) return std::nullopt;
  return fault(std::move(reason));
}

Result<std::unique_ptr<CommitTree>> CommitTree::open(
    const GitRepository& repository, const Commit& commit) {
  const auto cannot = [&] {
    return fail(environment_error(
        "the files of commit " + commit.id + " cannot be read: " + git_reason(),
        "`git show --stat " + commit.id + "` fetches it into a partial clone"));
  };
  const std::shared_ptr<GitHandle>& handle = repository.handle();
  const std::scoped_lock lock(handle->mutex());
  git_oid id;
  git_commit* raw_commit = nullptr;
  if (git_oid_fromstr(&id, commit.id.c_str()) != 0 ||
      git_commit_lookup(&raw_commit, handle->get(), &id) != 0)
    return cannot();
  const GitOwned<git_commit, git_commit_free> owned(raw_commit);
  git_tree* tree = nullptr;
  if (git_commit_tree(&tree, raw_commit) != 0) return cannot();
  OwnedTree root(tree);
  git_odb* objects = nullptr;
  if (git_repository_odb(&objects, handle->get()) != 0) return cannot();
  return std::unique_ptr<CommitTree>(
      new CommitTree(std::make_unique<Folders>(handle, OwnedDatabase(objects),
                                               std::move(root)),
                     repository, commit));
}

CommitTree::CommitTree(std::unique_ptr<Folders> folders,
                       const GitRepository& repository, Commit commit)
    : folders_(std::move(folders)),
      checkouts_(repository.checkouts()),
      commit_(std::move(commit)) {}

CommitTree::~CommitTree() = default;

std::optional<std::string> CommitTree::place_of(const std::string& path) const {
  for (const CheckoutFolder& c : checkouts_) {
    if (!is_in_folder(path, c.folder)) continue;
    const std::string below = relative_path(c.folder, path).value_or(".");
    return below == "." ? c.place : join_path(c.place, below);
  }
  return std::nullopt;
}

// A partial clone has the names of a commit, and fetches what one asks git for.
ReadFault CommitTree::not_here(const std::string& place) const {
  return {"the repository lacks it; `git show " +
              shell_word(commit_.id + ":" + place) +
              " >/dev/null` fetches it into a partial clone",
          false};
}

tl::expected<std::string, ReadFault> CommitTree::read(
    const std::string& path, std::uint64_t max_bytes) const {
  const auto place = place_of(path);
  if (!place) return disk().read(path, max_bytes);
  const auto fault = [](ReadFault why) {
    return tl::unexpected<ReadFault>(std::move(why));
  };
  CommitEntry entry = folders_->find(*place);
  switch (entry.kind) {
    case EntryKind::kMissing:
      return fault(read_fault(ENOENT));
    case EntryKind::kFolder:
      return fault(read_fault(EISDIR));
    case EntryKind::kBehindFile:
      return fault(read_fault(ENOTDIR));
    case EntryKind::kLink:
    case EntryKind::kBehindLink:
      return fault({"a symbolic link in a commit is not followed", false});
    case EntryKind::kSubmodule:
      return fault({"is a submodule", false});
    case EntryKind::kInSubmodule:
      return fault(
          {"it is in a submodule, whose files the commit does not have",
           false});
    case EntryKind::kNotHere:
      return fault(not_here(*place));
    case EntryKind::kBroken:
      return fault({std::move(entry.reason), false});
    case EntryKind::kFile:
      break;
  }
  auto text = folders_->bytes(entry.id, max_bytes);
  if (!text) return fault(std::move(text).error());
  if (!*text) return fault(not_here(*place));
  return **std::move(text);
}

bool CommitTree::is_there(const std::string& path) const {
  const auto place = place_of(path);
  if (!place) return disk().is_there(path);
  const EntryKind kind = folders_->find(*place).kind;
  return kind != EntryKind::kMissing && kind != EntryKind::kBehindFile;
}

bool CommitTree::is_folder(const std::string& path) const {
  const auto place = place_of(path);
  if (!place) return disk().is_folder(path);
  const EntryKind kind = folders_->find(*place).kind;
  return kind == EntryKind::kFolder || kind == EntryKind::kSubmodule;
}

bool CommitTree::is_regular_file(const std::string& path) const {
  const auto place = place_of(path);
  if (!place) return disk().is_regular_file(path);
  return folders_->find(*place).kind == EntryKind::kFile;
}

bool CommitTree::is_link(const std::string& path) const {
  const auto place = place_of(path);
  if (!place) return disk().is_link(path);
  return folders_->find(*place).kind == EntryKind::kLink;
}

std::string CommitTree::real_path(const std::string& path) const {
  const auto place = place_of(path);
  if (!place) return disk().real_path(path);
  return join_path(checkouts_.front().folder, *place);
}

}  // namespace modgraph
