#pragma once

// The exit codes: the only ones, the same for every format, never a count.

namespace modgraph {

enum class ExitCode : int {
  kClean = 0,
  kFindings = 1,   // at or above --fail-on
  kUsage = 2,      // the command line or the configuration
  kInput = 3,      // input, environment, writing, memory
  kInternal = 70,  // our own mistake
};

}  // namespace modgraph
