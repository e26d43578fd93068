#include "tests/support/git_program.h"

#include <filesystem>
#include <stdexcept>

#include "tests/support/environment.h"
#include "tests/support/process.h"

namespace modgraph::test {

bool has_git(const std::string& suite) {
  static const bool kHasGit = run({"git", "--version"}).exit_code == 0;
  if (!kHasGit) skip(suite, "git is not installed");
  return kHasGit;
}

std::string git(const std::string& folder,
                const std::vector<std::string>& arguments,
                const std::string& input, int at) {
  const std::string date = std::to_string(at) + " +0000";
  ProcessOptions options;
  options.directory = folder;
  options.input = input;
  options.environment = {
      "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1",
      "GIT_AUTHOR_NAME=Gopher",      "GIT_AUTHOR_EMAIL=gopher@example.com",
      "GIT_COMMITTER_NAME=Gopher",   "GIT_COMMITTER_EMAIL=gopher@example.com",
      "GIT_AUTHOR_DATE=" + date,     "GIT_COMMITTER_DATE=" + date,
      "GIT_TERMINAL_PROMPT=0",       "LC_ALL=C"};
  std::vector<std::string> argv = {"git",
                                   "-c",
                                   "init.defaultBranch=main",
                                   "-c",
                                   "protocol.file.allow=always",
                                   "-c",
                                   "maintenance.auto=false",
                                   "-c",
                                   "advice.detachedHead=false"};
  argv.insert(argv.end(), arguments.begin(), arguments.end());
  ProcessResult result = run(argv, options);
  if (result.exit_code != 0)
    throw std::runtime_error("git " + arguments.at(0) + ": " + result.err);
  if (result.out.ends_with('\n')) result.out.pop_back();
  return result.out;
}

GitSandbox::GitSandbox() {
  std::filesystem::create_directory(folder());
  git({"init", "-q"});
}

std::string GitSandbox::commit(const std::string& message) {
  at_ += 60;
  git({"add", "-A"});
  test::git(folder(), {"commit", "-q", "--allow-empty", "-m", message}, "",
            at_);
  return git({"rev-parse", "HEAD"});
}

}  // namespace modgraph::test
