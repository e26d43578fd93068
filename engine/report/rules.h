#pragma once

// The rules: rows of one table. Help, documentation and every report take them
// from here.

#include <cstdint>
#include <span>
#include <string_view>

namespace modgraph {

/// How bad a finding is, ascending.
enum class Level : std::uint8_t { kNote, kWarning, kError };

std::string_view level_name(Level level);

struct Rule {
  std::string_view code;  // "MG2001"
  std::string_view name;  // "version-drift"
  Level level;            // by default
  std::string_view says;  // one line of help
};

/// All rules, ascending by code.
std::span<const Rule> rules();

/// By code ("MG2001") or name ("version-drift"); null when there is none.
const Rule* find_rule(std::string_view code_or_name);

}  // namespace modgraph
