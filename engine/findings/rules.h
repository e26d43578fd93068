#pragma once

// The rules: rows of one table, written down family by family in rules/*.cc. A
// rule is one row in the file of its family. Help, documentation and every
// report take them from here.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace modgraph {

/// How severe a finding is, ascending:
///   off      an ordinary fact; a finding only where the user asks for it
///   note     true and useful to know, nothing to do now
///   warning  the owner of the repository can change it, and would
///   error    the go command refuses, data are broken, or a policy says so
enum class Level : std::uint8_t { kOff, kNote, kWarning, kError };

inline constexpr std::size_t kLevels = 4;

std::string_view level_name(Level level);

/// Texts are plain, with lines of at most 76 columns and no newline at the end.
struct Rule {
  std::string_view code;  // "MG2001"
  std::string_view name;  // "version-drift"
  Level level;            // by default
  std::string_view says;  // one line of help
  /// What it means, why it matters, and when it is fine to leave.
  std::string_view explanation = {};
  std::string_view example = {};  // a small input, and what is found in it
  std::string_view fix = {};      // what to do about it
};

/// All rules, ascending by code.
std::span<const Rule> rules();

/// The families of the table, each ascending by code.
std::span<const Rule> cycle_rules();        // MG1xxx
std::span<const Rule> drift_rules();        // MG2xxx
std::span<const Rule> indirect_rules();     // MG3xxx
std::span<const Rule> vendor_rules();       // MG4xxx
std::span<const Rule> replacement_rules();  // MG5xxx
std::span<const Rule> sum_rules();          // MG6xxx
std::span<const Rule> input_rules();        // MG8xxx

/// By code ("MG2001") or name ("version-drift"); null if there is no such rule.
const Rule* find_rule(std::string_view code_or_name);

/// What a word that a person typed can mean: the rule of this code or name in
/// any case ("mg2001"), or of a code without its letters ("2001"); else all
/// rules whose names begin with it.
std::vector<const Rule*> rules_meant(std::string_view word);

}  // namespace modgraph
