#pragma once

// The families of the rule table, each ascending by code. A rule is one row in
// the file of its family.

#include <span>

#include "engine/report/rules.h"

namespace modgraph {

std::span<const Rule> cycle_rules();        // MG1xxx
std::span<const Rule> drift_rules();        // MG2xxx
std::span<const Rule> indirect_rules();     // MG3xxx
std::span<const Rule> vendor_rules();       // MG4xxx
std::span<const Rule> replacement_rules();  // MG5xxx
std::span<const Rule> sum_rules();          // MG6xxx
std::span<const Rule> input_rules();        // MG8xxx

}  // namespace modgraph
