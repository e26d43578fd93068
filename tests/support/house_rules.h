#pragma once

// The rules of the house: who may include whom, what stays out of the engine
// and out of headers, what is banned, and that includes never lead back. Most
// are a row of a table in house_rules.cc. Tested by
// tests/architecture/layers_test.cc.

#include <string>
#include <string_view>
#include <vector>

namespace modgraph {

/// A file and its path, relative to the repository's root.
struct SourceFile {
  std::string path;
  std::string text;
};

/// Every rule that a source file breaks by itself, as `file:line: sentence`.
/// Tests and benchmarks may do what they like.
std::vector<std::string> broken_rules(const std::string& path,
                                      std::string_view text);

/// Units of a room that reach themselves through the includes of that room, a
/// sentence for each ring. X.h and X.cc are one unit.
std::vector<std::string> include_rings(const std::vector<SourceFile>& files);

/// The tests named after "Tested by" that are not among `files`, as
/// `file: sentence`. A name without a folder stands for a file anywhere in the
/// tests of the room.
std::vector<std::string> missing_tests(const SourceFile& source,
                                       const std::vector<std::string>& files);

}  // namespace modgraph
