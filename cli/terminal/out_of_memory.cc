#include "cli/terminal/out_of_memory.h"

#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <exception>
#include <new>
#include <string_view>
#include <system_error>

#include "cli/terminal/exit_code.h"
#include "cli/terminal/unfinished_file.h"

namespace modgraph {
namespace {

std::atomic_flag g_is_ending;

// Neither allocates nor locks, and runs nothing at exit: other threads may be
// anywhere. Where several come here, one speaks for all.
[[noreturn]] void end(std::string_view line, ExitCode code) noexcept {
  while (g_is_ending.test_and_set()) pause();
  remove_unfinished_file();
  while (!line.empty()) {
    const ssize_t n = write(STDERR_FILENO, line.data(), line.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) break;
    line.remove_prefix(static_cast<std::size_t>(n));
  }
  _exit(static_cast<int>(code));
}

// An exception was thrown that no one catches, or cannot be thrown.
[[noreturn]] void end_of_uncaught() noexcept {
  if (const auto thrown = std::current_exception()) {
    try {
      std::rethrow_exception(thrown);
    } catch (const std::bad_alloc&) {
      end_out_of_memory();
    } catch (const std::system_error& e) {
      if (e.code() == std::errc::not_enough_memory) end_out_of_memory();
    } catch (...) {
    }
  }
  end("error: internal: an exception that nothing catches\n",
      ExitCode::kInternal);
}

}  // namespace

void end_out_of_memory() noexcept {
  end("error: out of memory\n", ExitCode::kInput);
}

void end_when_out_of_memory() noexcept {
  std::set_new_handler(end_out_of_memory);
  std::set_terminate(end_of_uncaught);
}

}  // namespace modgraph
