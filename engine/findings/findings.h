#pragma once

// From answers to findings: one function per family of rules, one file each.
// Levels are those of the rules; run_rules() applies the user's policy.

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "engine/analysis/analysis.h"
#include "engine/base/name_chain.h"
#include "engine/findings/finding.h"
#include "engine/findings/locations.h"
#include "engine/model/policy.h"
#include "engine/model/project.h"

namespace modgraph {

/// What findings are made from.
struct Evidence {
  const Project& project;
  const Analysis& analysis;
  const RequirementLines& lines;
  const Policy* policy = nullptr;  // null: none
  /// Versions of a module whose go.mod is at hand; null: not known.
  const std::function<std::vector<std::string>(const std::string& path)>*
      versions = nullptr;
};

/// Whether a folder that a file names is in the repository.
bool leads_inside(const Project& project, const std::string& file,
                  const std::string& folder);

/// By module: it is a main module, or a folder of the repository replaces it,
/// so that its go.mod is ours to edit.
std::vector<bool> our_modules(const Project& project, const Analysis& analysis);

/// MG0001 to MG0004.
std::vector<Finding> policy_findings(const Evidence& evidence);

/// MG1001 to MG1003.
std::vector<Finding> cycle_findings(const Evidence& evidence);

/// MG2001.
std::vector<Finding> drift_findings(const Evidence& evidence);

/// MG2002.
std::vector<Finding> below_selected_findings(const Evidence& evidence);

/// MG2003 to MG2005.
std::vector<Finding> version_findings(const Evidence& evidence);

/// MG2006.
std::vector<Finding> cross_module_findings(const Evidence& evidence);

/// MG2007 to MG2009.
std::vector<Finding> update_findings(const Evidence& evidence);

/// MG3001 to MG3006.
std::vector<Finding> indirect_findings(const Evidence& evidence);

/// MG4001 and MG4002.
std::vector<Finding> vendor_findings(const Evidence& evidence);

/// MG5001 to MG5006.
std::vector<Finding> replacement_findings(const Evidence& evidence);

/// MG2010.
std::vector<Finding> needed_update_findings(const Evidence& evidence);

/// MG3009.
std::vector<Finding> ambiguous_import_findings(const Evidence& evidence);

/// MG3010.
std::vector<Finding> case_collision_findings(const Evidence& evidence);

/// MG6001.
std::vector<Finding> sum_findings(const Evidence& evidence);

/// MG8001 to MG8006.
std::vector<Finding> input_findings(const Evidence& evidence);

/// MG8008.
std::vector<Finding> timings_findings(const Evidence& evidence);

// Shared by the families.

/// A finding of a rule that exists, at the rule's level.
Finding new_finding(std::string_view code, std::string message);

Subject subject_of(const ModuleGraph& graph, NodeId node);

/// The members of a component that its finding names: a component may have ten
/// million, and the report lists them all beside the findings.
inline constexpr std::size_t kMaxCycleSubjects = 1'000;

/// Printed names, in order.
std::vector<std::string> names_of(const ModuleGraph& graph,
                                  std::span<const NodeId> nodes);
NameChain chain_of(const ModuleGraph& graph, std::span<const NodeId> nodes);

/// How the nodes of a cycle are shown: with versions in class version, else as
/// paths.
std::vector<std::string> cycle_names(const ModuleGraph& graph,
                                     std::span<const NodeId> nodes,
                                     CycleClass cycle_class);

/// "a -> b -> c"; beyond `most` names the middle is counted, not shown.
std::string chain_text(const NameChain& names, std::size_t most = 8);

/// Adds the shortest chain from a main module as a witness. False if there is
/// none.
bool add_chain(const Evidence& evidence, NodeId to, Finding& finding);

/// Adds it, and a note of who requires this version.
void add_chain_and_requirers(const Evidence& evidence, NodeId to,
                             Finding& finding);

/// "a, b and 3 more".
std::string some_of(std::span<const std::string> names);
std::string some_of(const ModuleGraph& graph, std::span<const NodeId> nodes);
std::string some_of(const ModuleGraph& graph,
                    std::span<const Edge<NodeId>> edges);

}  // namespace modgraph
