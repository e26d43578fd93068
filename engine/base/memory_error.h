#pragma once

// Want of memory, where the system reports it as one reason among others: there
// it is no answer about a path, for the next call may get a different one.
// Tested by tests/faults/memory.py.

#include <cerrno>
#include <new>
#include <system_error>

namespace modgraph {

inline void throw_if_out_of_memory(int number) {
  if (number == ENOMEM) throw std::bad_alloc();
}

inline void throw_if_out_of_memory(const std::error_code& failure) {
  if (failure == std::errc::not_enough_memory) throw std::bad_alloc();
}

}  // namespace modgraph
