#include "cli/project/package_data.h"

#include <utility>

#include "cli/terminal/paths.h"
#include "cli/terminal/read_file.h"
#include "engine/base/sha256.h"
#include "importers/go_list/go_packages.h"

namespace modgraph {
namespace {

constexpr std::uint64_t kMaxPackageBytes = std::uint64_t{1} << 31;

}  // namespace

Result<void> read_packages(const InputPlan& plan, ImportedProject& out) {
  if (plan.packages.empty()) return {};
  const auto text = read_file(plan.packages, kMaxPackageBytes);
  if (!text) return fail(text.error());
  const std::string name = shown_path(plan.packages, plan.path_base);
  auto packages = parse_go_packages(name, *text);
  if (!packages) return fail(std::move(packages.error()));
  out.inputs.push_back({"packages", name, sha256_hex(*text)});
  out.project.packages_file = name;
  out.project.packages = std::move(*packages);
  return {};
}

}  // namespace modgraph
