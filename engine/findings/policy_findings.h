#pragma once

// Shared by the rules of policies, MG0001 to MG0004.

#include <optional>
#include <string>
#include <string_view>

#include "engine/findings/findings.h"

namespace modgraph {

// One file each.
std::vector<Finding> banned_findings(const Evidence& evidence);     // MG0001
std::vector<Finding> limit_findings(const Evidence& evidence);      // MG0002
std::vector<Finding> forbidden_findings(const Evidence& evidence);  // MG0003
std::vector<Finding> target_findings(const Evidence& evidence);     // MG0004

/// Whether a ban is about a version: all of its bounds hold.
bool is_banned_version(const Ban& ban, std::string_view version);

/// The ban of the policy that is about a module version; null for none.
const Ban* ban_of_version(const Policy& policy, std::string_view module,
                          std::string_view version);

/// The line of a go.mod that requires a module without `// indirect`.
std::optional<Location> direct_line(const Evidence& evidence,
                                    std::string_view path);

/// Sets what an entry of the policy says of its level; false: it says none.
bool set_entry_level(const std::optional<Level>& level, Finding& finding);

/// A note in the place of a rule's findings, where what was given does not show
/// whether there are any.
Finding unchecked_finding(std::string_view code, std::string_view what,
                          std::string_view because);

/// Says of a finding about the graph that not all of the graph is known.
void add_partial_note(const Project& project, Finding& finding);

}  // namespace modgraph
