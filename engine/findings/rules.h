#pragma once

// The rules: rows of one table, written down family by family in rules/*.cc. A
// rule is one row in the file of its family. Help, documentation and every
// report take them from here.

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "engine/model/level.h"

namespace modgraph {

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
std::span<const Rule> policy_rules();       // MG0xxx
std::span<const Rule> cycle_rules();        // MG1xxx
std::span<const Rule> drift_rules();        // MG2xxx
std::span<const Rule> indirect_rules();     // MG3xxx
std::span<const Rule> vendor_rules();       // MG4xxx
std::span<const Rule> replacement_rules();  // MG5xxx
std::span<const Rule> sum_rules();          // MG6xxx
std::span<const Rule> input_rules();        // MG8xxx
std::span<const Rule> settings_rules();     // MG9xxx

/// By code ("MG2001") or name ("version-drift"); null if there is no such rule.
const Rule* find_rule(std::string_view code_or_name);

/// What a word that a person typed can mean: the rule of this code or name in
/// any case ("mg2001"), or of a code without its letters ("2001"); else all
/// rules whose names begin with it.
std::vector<const Rule*> rules_meant(std::string_view word);

}  // namespace modgraph
