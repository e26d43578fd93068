#pragma once

// The parts of the settings that say what is found and what passes: `rules`,
// `ignore` and `policy`.
// Tested by tests/importers/module_folder/config_policy_test.cc.

#include <vector>

#include "engine/model/policy.h"
#include "engine/model/silence.h"
#include "importers/module_folder/config_reader.h"

namespace modgraph {

void read_rules(ConfigReader& reader, const YamlNode& node,
                std::vector<RuleSetting>& out);
void read_ignores(ConfigReader& reader, const YamlNode& node,
                  std::vector<Silence>& out);
void read_policy(ConfigReader& reader, const YamlNode& node, Policy& out);

}  // namespace modgraph
