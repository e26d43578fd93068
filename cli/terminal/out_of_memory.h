#pragma once

// The end of the process for want of memory: one line and an exit code, wherever
// it happens.
// Tested by tests/faults/memory.py, which lets every allocation fail.

namespace modgraph {

/// From now on an allocation that fails ends the process: the unfinished file is
/// removed, one line says why, the exit code is that of a fault of the
/// environment. An exception would not do: libraries allocate in functions that
/// may not throw, and before main() nobody catches. Also makes an exception
/// that nobody catches end in a line and an exit code. Call before anything
/// else, the constructors of globals included.
void end_when_out_of_memory() noexcept;

/// For C code whose caller cannot go on: what end_when_out_of_memory() does then.
[[noreturn]] void end_out_of_memory() noexcept;

}  // namespace modgraph
