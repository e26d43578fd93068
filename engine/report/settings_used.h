#pragma once

// The settings that an answer was made with.

#include <string>
#include <vector>

namespace modgraph {

struct SettingsUsed {
  std::string file;                  // as answers name it
  std::string sha256;                // of its bytes, hexadecimal
  std::vector<std::string> sets;     // "graph: graph.txt", "fail-on: note"
  std::vector<std::string> ignored;  // the same for what is not followed
};

/// "F (sha256 0123456789ab) sets graph: graph.txt; fail-on: none is not
/// followed". Not printable yet (printable.h): the settings are a stranger's.
std::string settings_sentence(const SettingsUsed& settings);

}  // namespace modgraph
