// Any bytes as vendor/modules.txt: what is read keeps what its header promises,
// and a build from it is a build or an error.

#include <set>
#include <string_view>

#include "engine/resolve/vendor_graph.h"
#include "importers/go_mod/go_mod.h"
#include "importers/module_folder/vendor_modules.h"
#include "tests/fuzz/fuzz.h"

namespace modgraph {
namespace {

void check(const VendoredModules& all, std::string_view text) {
  std::set<ModuleVersion> seen;
  std::size_t packages = 0;
  for (const VendoredModule& m : all.modules) {
    must(seen.insert(m.module).second);
    must(!m.module.path.empty() && m.line > 0);
    packages += m.packages.size();
  }
  must(packages <= text.size());
  for (const std::size_t i : all.suppliers)
    must(!all.modules.at(i).packages.empty());
  for (const std::size_t i : all.replaced)
    must(all.modules.at(i).replacement.has_value());
}

// A main module that needs nothing, so that little is inconsistent.
MainModules main_module(const char* go_mod) {
  MainModules out;
  out.folder = "/fuzz";
  out.modules.push_back({parse_main_go_mod("go.mod", go_mod).value(), "/fuzz"});
  return out;
}

void build(const MainModules& mains, const VendoredModules& vendored) {
  static_cast<void>(vendors_automatically(mains, vendored));
  const auto built = load_vendored(mains, vendored);
  if (!built) return must(!built.error().empty());
  must(!built->partial_because.empty());
  must(built->build_list.size() == built->graph.module_count() - 1);
  for (const BuildModule& m : built->build_list)
    must(built->graph.is_selected(m.node));
}

}  // namespace

void fuzz::one_input(std::string_view text) {
  static const MainModules kOld = main_module("module m\ngo 1.12\n");
  static const MainModules kPruned = main_module(
      "module m\ngo 1.20\nrequire a.b/c v1.0.0\nreplace a.b/c => ./c\n");
  const VendoredModules vendored = parse_vendor_modules(text);
  check(vendored, text);
  build(kOld, vendored);
  build(kPruned, vendored);
}

}  // namespace modgraph
