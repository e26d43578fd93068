#pragma once

// Limits of one run, for those who run it on what strangers wrote.

#include <cstdint>

namespace modgraph {

/// When this many seconds have passed, the process ends: exit 3, one line, and
/// no unfinished file is left. A file that was to be written stays as it was.
/// Call once.
void limit_time(std::uint64_t seconds);

/// Memory beyond this many MiB is refused by the system, which ends the run as
/// out of memory: exit 3 and one line. Program, stacks of threads and what the
/// allocator holds in reserve count.
void limit_memory(std::uint64_t mebibytes);

}  // namespace modgraph
