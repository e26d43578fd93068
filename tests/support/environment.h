#pragma once

// What a machine may or may not have: the Go distribution, and a corpus of real
// modules. Suites that need one say so and pass when it is missing.

#include <optional>
#include <string>
#include <string_view>

namespace modgraph::test {

/// GOROOT: from the environment, else as the go command on PATH says. Nothing
/// when there is no Go.
std::optional<std::string> go_root();

/// The folder that MODGRAPH_CORPUS names, when it is there.
std::optional<std::string> corpus();

/// Prints "SKIP suite: reason", for a suite that cannot run here.
void skip(std::string_view suite, std::string_view reason);

/// Prints "suite: 77 comparisons", so that a suite that compares nothing shows.
void report(std::string_view suite, std::size_t count, std::string_view what);

/// All bytes of a file; throws when it cannot be read.
std::string read_file(const std::string& path);

}  // namespace modgraph::test
