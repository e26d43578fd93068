#pragma once

// Repositories for tests, made by git itself, which obeys no settings of the
// machine there.

#include <string>
#include <vector>

#include "tests/support/temporary_folder.h"

namespace modgraph::test {

/// Whether there is a git to make repositories with; says "SKIP suite" if not.
bool has_git(const std::string& suite);

/// What git prints in a folder, without the last newline; throws with what it
/// says when it fails. `at`: the date of commits, in seconds.
std::string git(const std::string& folder,
                const std::vector<std::string>& arguments,
                const std::string& input = "", int at = 1'700'000'000);

/// A repository with the branch main in the folder `name`, and its commits.
class GitSandbox {
 public:
  GitSandbox();

  const TemporaryFolder& place() const { return place_; }
  /// The repository.
  std::string folder() const { return place_.path() + "/repo"; }
  /// Beside the repository.
  std::string beside(const std::string& name) const {
    return place_.path() + "/" + name;
  }

  void write(const std::string& name, const std::string& text) const {
    place_.write("repo/" + name, text);
  }
  /// Commits all that lies there; each is a minute later. Its id.
  std::string commit(const std::string& message);

  std::string git(const std::vector<std::string>& arguments) const {
    return test::git(folder(), arguments);
  }

 private:
  TemporaryFolder place_;
  int at_ = 1'700'000'000;
};

}  // namespace modgraph::test
