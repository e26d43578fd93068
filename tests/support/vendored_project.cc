#include "tests/support/vendored_project.h"

#include "engine/resolve/load_errors.h"
#include "engine/resolve/vendor_consistency.h"
#include "exporters/go_output/requirement_lines.h"
#include "importers/module_folder/vendor_modules.h"
#include "tests/support/module_world.h"

namespace modgraph::test {
namespace {

std::string with_lines(std::string_view text, std::string_view separator) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    out += std::string(text.substr(0, end)) + "\n";
    text.remove_prefix(std::min(end + separator.size(), text.size()));
  }
  return out;
}

}  // namespace

MainModules main_modules_of(const VendoredProject& project) {
  ModuleWorld world;
  std::string_view rest = project.files;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(" | "), rest.size());
    const std::string_view file = rest.substr(0, end);
    const std::size_t colon = file.find(": ");
    world.files[std::string(file.substr(0, colon))] =
        with_lines(file.substr(colon + 2), "; ");
    rest.remove_prefix(std::min(end + 3, rest.size()));
  }
  return main_modules_of(world).value();
}

VendoredModules vendored_modules_of(const VendoredProject& project) {
  return parse_vendor_modules(with_lines(project.modules_txt, " | "));
}

std::string inconsistencies(const VendoredProject& project) {
  const MainModules mains = main_modules_of(project);
  std::string out;
  for (const VendorInconsistency& i : vendor_inconsistencies(
           mains, Replacements(mains), vendored_modules_of(project)))
    out += (out.empty() ? "" : " | ") + module_name(i.module) + ": " + i.what;
  return out;
}

std::string vendored_graph(const VendoredProject& project,
                           const VendorOptions& options) {
  const MainModules mains = main_modules_of(project);
  const auto build =
      load_vendored(mains, vendored_modules_of(project), options);
  std::string out;
  if (!build) {
    for (const Error& e : build.error())
      out += (out.empty() ? "!" : " | ") + e.message;
    return out;
  }
  Sink sink([&](std::string_view bytes) {
    out += bytes;
    return true;
  });
  write_requirement_lines(build->graph, build->roots, sink);
  sink.flush();
  std::string joined;
  for (const char c : out)
    joined += c == '\n' ? std::string(" | ") : std::string(1, c);
  if (joined.size() >= 3) joined.resize(joined.size() - 3);
  return joined;
}

}  // namespace modgraph::test
