#include "tests/support/process.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <stdexcept>

namespace modgraph::test {
namespace {

// The streams of the child are files, not pipes: no side ever waits for the
// other to read.
struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using OpenFile = std::unique_ptr<std::FILE, CloseFile>;

OpenFile temporary_file(const std::string& content) {
  OpenFile file(std::tmpfile());
  if (!file ||
      std::fwrite(content.data(), 1, content.size(), file.get()) !=
          content.size() ||
      std::fflush(file.get()) != 0)
    throw std::runtime_error("cannot write a temporary file");
  std::rewind(file.get());
  return file;
}

std::string content_of(std::FILE* file) {
  std::rewind(file);
  std::string text;
  std::array<char, 1 << 16> block;
  while (const std::size_t n = std::fread(block.data(), 1, block.size(), file))
    text.append(block.data(), n);
  return text;
}

std::string key_of(const std::string& setting) {
  return setting.substr(0, setting.find('=') + 1);
}

// Our environment, with the given settings instead of or after the inherited.
std::vector<std::string> environment_with(
    const std::vector<std::string>& settings) {
  std::vector<std::string> out = settings;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string inherited = *entry;
    bool overridden = false;
    for (const std::string& setting : settings)
      overridden = overridden || inherited.starts_with(key_of(setting));
    if (!overridden) out.push_back(inherited);
  }
  return out;
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> out;
  for (std::string& word : words) out.push_back(word.data());
  out.push_back(nullptr);
  return out;
}

int exit_code_of(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR) throw std::runtime_error("waitpid failed");
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace

ProcessResult run(const std::vector<std::string>& argv,
                  const ProcessOptions& options) {
  const OpenFile in = temporary_file(options.input);
  const OpenFile out = temporary_file("");
  const OpenFile err = temporary_file("");

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, fileno(in.get()), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, fileno(out.get()), STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, fileno(err.get()), STDERR_FILENO);
  if (!options.directory.empty())
    posix_spawn_file_actions_addchdir_np(&actions, options.directory.c_str());

  std::vector<std::string> words = argv;
  std::vector<std::string> settings = options.environment;
  if (!options.only_these) settings = environment_with(settings);
  pid_t child = 0;
  const int failed =
      posix_spawnp(&child, argv.at(0).c_str(), &actions, nullptr,
                   pointers(words).data(), pointers(settings).data());
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) return {127, {}, argv[0] + ": cannot be started"};

  const int exit_code = exit_code_of(child);
  return {exit_code, content_of(out.get()), content_of(err.get())};
}

}  // namespace modgraph::test
