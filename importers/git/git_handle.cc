#include "importers/git/git_handle.h"

#include <git2.h>

#include <array>
#include <new>

#if defined(__SANITIZE_ADDRESS__)
// libgit2 1.5 forgets the matches of `:/text`, some bytes for each commit that it
// looks at. It is not ours to free, and goes with the process.
// NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp)
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_options();
const char* __lsan_default_suppressions() {
  return "leak:_pcre2_memctl_malloc_8\nleak:pcre2_match_8\n";
}
const char* __lsan_default_options() { return "print_suppressions=0"; }
// NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp)
#endif

namespace modgraph {
namespace {

// What a repository may ask of its readers that changes nothing for one who
// reads objects; its version of git says so. Others refuse to be opened.
constexpr std::array kHarmless = {"worktreeconfig",     "partialclone",
                                  "preciousobjects",    "relativeworktrees",
                                  "compatobjectformat", "objectformat"};

bool set_up() {
  if (git_libgit2_init() < 0) return false;
  // libgit2 writes to the list nowhere, and takes a pointer that says it might.
  auto extensions = kHarmless;
  if (git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, extensions.data(),
                       extensions.size()) != 0)
    return false;
  // Who owns a repository matters to those who run its hooks and obey its
  // settings. We do neither.
  if (git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0) != 0) return false;
  constexpr std::array kLevels = {GIT_CONFIG_LEVEL_PROGRAMDATA,
                                  GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG,
                                  GIT_CONFIG_LEVEL_GLOBAL};
  for (const git_config_level_t level : kLevels)
    if (git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, "") != 0) return false;
  return true;
}

}  // namespace

GitHandle::~GitHandle() { git_repository_free(repository_); }

bool start_libgit2() {
  static const bool kStarted = set_up();
  return kStarted;
}

std::string git_reason() {
  const git_error* error = git_error_last();
  if (error == nullptr || error->message == nullptr) return "unknown reason";
  if (error->klass == GIT_ERROR_NOMEMORY) throw std::bad_alloc();
  return error->message;
}

}  // namespace modgraph
