#include "cli/terminal/limits.h"

#include <fmt/core.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <string>

#include "cli/terminal/exit_code.h"
#include "cli/terminal/unfinished_file.h"

namespace modgraph {
namespace {

// What the handler writes: it may not make a text of its own.
std::array<char, 128> g_time_is_up{};
std::size_t g_time_is_up_size = 0;

void end_of_time(int signal) {
  if (waits_for_unfinished_file(signal)) return;
  remove_unfinished_file();
  static_cast<void>(
      !write(STDERR_FILENO, g_time_is_up.data(), g_time_is_up_size));
  _exit(static_cast<int>(ExitCode::kInput));
}

}  // namespace

void limit_time(std::uint64_t seconds) {
  const std::string text =
      fmt::format("error: --timeout: {} s have passed\n", seconds);
  g_time_is_up_size = std::min(text.size(), g_time_is_up.size());
  std::copy_n(text.begin(), g_time_is_up_size, g_time_is_up.begin());
  struct sigaction action {};
  action.sa_handler = end_of_time;
  sigemptyset(&action.sa_mask);
  sigaction(SIGALRM, &action, nullptr);
  alarm(static_cast<unsigned>(seconds));
}

void limit_memory(std::uint64_t mebibytes) {
  // Private memory that can be written: what is only reserved does not count.
  rlimit limit{};
  if (getrlimit(RLIMIT_DATA, &limit) != 0) return;
  limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, mebibytes << 20);
  setrlimit(RLIMIT_DATA, &limit);
}

}  // namespace modgraph
