#pragma once

// Whether a module has commands, without a Go toolchain: looks for `package
// main` where commands are kept.
// Source: the Go specification (package clauses), and `go help packages`.
// Tested by tests/importers/module_folder/command_search_test.cc.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace modgraph {

struct CommandSearch {
  /// The folder of a command, relative to that of the module; none: not found.
  std::optional<std::string> command;
  /// Where none was found: files and folders that could not be read, each with
  /// the reason.
  std::vector<std::string> unread;
};

/// Looks at the folder itself ("."), then at folders in it and in its cmd folder, in
/// the order of their names. Skips names that begin with '.' or '_', testdata,
/// vendor, and other modules. Reads Go files up to their package clause.
CommandSearch find_command(const std::string& folder);

/// Whether Go source is of package main and meant to be built: a file that says
/// `//go:build ignore` is not. Only comments may precede the clause. O(length
/// of what precedes it).
bool is_command_source(std::string_view text);

}  // namespace modgraph
