#include "engine/resolve/load_errors.h"

#include <algorithm>

namespace modgraph {
namespace {

using Chain = std::vector<VersionId>;

// "a@v1 requires\n\tb@v1 requires\n\tc@v1: reason"; a main module at the
// beginning goes without saying.
std::string sentence(const VersionTable& table, const Chain& chain,
                     const ModuleFault& fault) {
  std::string out;
  for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
    const ModuleVersion& m = table.module(chain[i]);
    if (out.empty() && m.version.empty()) continue;
    out += module_name(m) + " requires\n\t";
  }
  out += module_name(table.module(chain.back()));
  if (fault.replaced) out += " (replaced by " + module_name(fault.read) + ")";
  return out + ": " + fault.reason;
}

const char* hint_of(ModuleFault::Kind kind) {
  switch (kind) {
    case ModuleFault::Kind::kDamaged:
      return "exclude that version, require another one, or replace the module";
    case ModuleFault::Kind::kNewerGo:
      return "resolve as a newer Go: --go-version VERSION";
    case ModuleFault::Kind::kDisputed:
      return "decide it in go.work: go work edit -replace OLD=NEW";
    case ModuleFault::Kind::kWrongSum:
      return "compare with another download: GOMODCACHE=$(mktemp -d) go mod "
             "graph; only if this is what was meant, remove the line of go.sum";
    case ModuleFault::Kind::kNoSum:
    case ModuleFault::Kind::kMissing:
      break;
  }
  return "";
}

Error error_of(const VersionTable& table, const Chain& chain,
               const ModuleFault& fault) {
  Error out{ErrorKind::kInput, sentence(table, chain, fault), {}, {}, {}};
  if (!fault.errors.empty()) {
    out.where = fault.errors.front().where;
    out.excerpt = fault.errors.front().excerpt;
    out.hint = fault.errors.front().hint;
    // "go.mod" alone would be taken for that of the main module.
    if (!fault.read.version.empty() && !out.where.file.empty())
      out.where.file = module_name(fault.read) + "/" + out.where.file;
  }
  if (out.hint.empty()) out.hint = hint_of(fault.kind);
  if (fault.kind == ModuleFault::Kind::kNoSum)
    out.kind = ErrorKind::kEnvironment;
  return out;
}

// "needed@v1 (required by b@v1, required by a@v1)"
std::string missing_line(const VersionTable& table, const Chain& chain,
                         const ModuleFault& fault) {
  std::string out = "\n\t" + module_name(fault.read);
  if (fault.replaced)
    out += ", which replaces " + module_name(table.module(chain.back()));
  for (std::size_t i = chain.size() - 1; i-- > 0;)
    out += (i + 2 == chain.size() ? " required by " : ", required by ") +
           module_name(table.module(chain[i]));
  if (is_placeholder_version(fault.read.version))
    out += " (a placeholder that cannot be fetched)";
  return out;
}

}  // namespace

bool is_placeholder_version(std::string_view version) {
  return version == "v0.0.0" ||
         version.find("-00010101000000-") != std::string_view::npos;
}

std::vector<Chain> chains_to_faults(const RequirementGraph& graph) {
  std::vector<VersionId> queue, parent;
  const auto visit = [&](VersionId m, VersionId from) {
    if (m >= parent.size()) parent.resize(m + std::size_t{1}, kNoVersionId);
    if (parent[m] != kNoVersionId) return;
    parent[m] = from;
    queue.push_back(m);
  };
  // A root is its own parent.
  for (const VersionId root : graph.roots()) visit(root, root);
  for (std::size_t at = 0; at < queue.size(); ++at)
    for (const VersionId r : graph.requirements(queue[at])) visit(r, queue[at]);
  std::vector<Chain> out;
  for (VersionId m : graph.faulty()) {
    Chain& chain = out.emplace_back(1, m);
    while (parent[m] != m) chain.push_back(m = parent[m]);
    std::reverse(chain.begin(), chain.end());
  }
  return out;
}

Errors fault_errors(const RequirementGraph& graph,
                    const EffectiveModules& modules) {
  // The first few show what is wrong; an empty module cache misses them all.
  constexpr std::size_t kMaxShown = 5;
  const VersionTable& table = modules.store().table();
  Errors out;
  std::string missing;
  std::size_t missing_count = 0;
  bool has_placeholder = false;
  for (const Chain& chain : chains_to_faults(graph)) {
    const ModuleFault& fault = *modules.of(chain.back()).fault;
    if (fault.kind != ModuleFault::Kind::kMissing) {
      out.push_back(error_of(table, chain, fault));
      continue;
    }
    has_placeholder |= is_placeholder_version(fault.read.version);
    if (missing_count++ < kMaxShown)
      missing += missing_line(table, chain, fault);
  }
  if (missing_count == 0) return out;
  if (missing_count > kMaxShown)
    missing += "\n\tand " + std::to_string(missing_count - kMaxShown) + " more";
  out.push_back(environment_error(
      (missing_count == 1
           ? std::string("1 go.mod file is not in the module cache:")
           : std::to_string(missing_count) +
                 " go.mod files are not in the module cache:") +
          missing,
      has_placeholder ? "search replacements at hand: modgraph whatif --goal "
                        "resolve; or go "
                        "on without them: --missing=closed"
                      : "fetch them: go mod download; or go on without them: "
                        "--missing=closed"));
  return out;
}

}  // namespace modgraph
