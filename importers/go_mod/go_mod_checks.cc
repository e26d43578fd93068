// Tested by tests/importers/go_mod/go_mod_checks_test.cc and
// tests/importers/go_mod/go_mod_test.cc.

#include "importers/go_mod/go_mod_checks.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/edit_distance.h"
#include "engine/base/file_path.h"
#include "engine/model/go_version.h"
#include "engine/model/module_path.h"
#include "engine/model/version.h"

namespace modgraph {
namespace {

// Collects errors at directives.
struct Checker {
  const NamedText& source;
  Errors errors;

  void complain(const SourceSpan& where, GoModComplaint complaint) {
    add_error(errors, go_mod_error(source, where.byte,
                                   static_cast<std::uint32_t>(where.line),
                                   std::move(complaint)));
  }
};

void check_module(Checker& check, const Manifest& manifest) {
  if (!manifest.module)
    return add_error(check.errors,
                     input_error(SourcePosition{std::string(check.source.file)},
                                 "missing module declaration",
                                 "go mod edit -module=example.com/mod"));
  const std::string& path = manifest.module->path;
  if (path == "go" || path == "toolchain")
    return check.complain(
        manifest.module->where,
        {fmt::format("invalid module path: {} is reserved", quoted(path))});
  if (const Refusal refusal = check_import_path(path))
    check.complain(
        manifest.module->where,
        {fmt::format("malformed module path {}: {}", quoted(path), *refusal)});
}

void check_godebug(Checker& check, const Manifest& manifest) {
  for (const GodebugSetting& setting : manifest.godebug)
    if (auto complaint = godebug_complaint(setting.key, setting.value);
        !complaint.message.empty())
      check.complain(setting.where, std::move(complaint));
}

void check_tools(Checker& check, const Manifest& manifest) {
  for (const PathDirective& tool : manifest.tool)
    if (const Refusal refusal = check_import_path(tool.path))
      check.complain(tool.where, {fmt::format("malformed tool path {}: {}",
                                              quoted(tool.path), *refusal)});
}

// Like the versions of other directives, but of the module's own path, which
// may come later in the file.
void check_retractions(Checker& check, const Manifest& manifest) {
  if (!manifest.module) return;  // one error is enough
  const PathParts parts = split_path_version(manifest.module->path);
  const auto fault = [&](const std::string& version) -> std::string {
    if (!parts.ok) return "the module path is malformed";
    if (version.empty() || canonical_version(version) != version)
      return "must be of the form v1.2.3";
    return check_path_major(version, parts.major).value_or("");
  };
  for (const Retraction& retraction : manifest.retract) {
    for (const std::string* version : {&retraction.low, &retraction.high}) {
      const std::string why = fault(*version);
      if (why.empty()) continue;
      check.complain(
          retraction.where,
          {fmt::format("retract {}: version {} invalid: {}",
                       quoted(manifest.module->path), quoted(*version), why)});
      break;
    }
  }
}

std::string spelled(const ModuleVersion& module) {
  return module.version.empty() ? module.path
                                : module.path + "@" + module.version;
}

// After a stable sort by what they replace, conflicting replacements are next
// to each other, in file order.
void check_replacements(Checker& check, const Manifest& manifest) {
  std::vector<const Replacement*> sorted;
  for (const Replacement& each : manifest.replace) sorted.push_back(&each);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Replacement* a, const Replacement* b) {
                     return a->old < b->old;
                   });
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    const Replacement& before = *sorted[i - 1];
    const Replacement& here = *sorted[i];
    if (before.old != here.old || before.replacement == here.replacement)
      continue;
    check.complain(
        here.where,
        {fmt::format("conflicting replacements for {}: {} in line {}, and {}",
                     quoted(spelled(here.old)),
                     quoted(spelled(before.replacement)), before.where.line,
                     quoted(spelled(here.replacement))),
         "keep one of them"});
  }
}

void check_uses(Checker& check, const Manifest& manifest) {
  std::vector<std::pair<std::string, const PathDirective*>> sorted;
  for (const PathDirective& use : manifest.use)
    sorted.emplace_back(clean_path(use.path), &use);
  std::stable_sort(
      sorted.begin(), sorted.end(),
      [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    if (sorted[i - 1].first != sorted[i].first) continue;
    check.complain(
        sorted[i].second->where,
        {fmt::format("path {} appears multiple times in workspace; it is in "
                     "line {} too",
                     quoted(sorted[i].first),
                     sorted[i - 1].second->where.line)});
  }
}

}  // namespace

Errors check_main_go_mod(const NamedText& source, const Manifest& manifest) {
  Checker check{source, {}};
  check_module(check, manifest);
  check_godebug(check, manifest);
  check_replacements(check, manifest);
  check_retractions(check, manifest);
  check_tools(check, manifest);
  return std::move(check.errors);
}

Errors check_main_go_work(const NamedText& source, const Manifest& manifest) {
  Checker check{source, {}};
  check_uses(check, manifest);
  check_godebug(check, manifest);
  check_replacements(check, manifest);
  return std::move(check.errors);
}

// ----------------------------------------------------------------- godebug

namespace {

// The settings of Go 1.26 (go.dev/doc/godebug), sorted.
constexpr std::array<std::string_view, 55> kSettings = {
    "allowmultiplevcs",
    "asynctimerchan",
    "containermaxprocs",
    "cryptocustomrand",
    "dataindependenttiming",
    "decoratemappings",
    "embedfollowsymlinks",
    "execerrdot",
    "fips140",
    "fips140ems",
    "gocachehash",
    "gocachetest",
    "gocacheverify",
    "gotestjsonbuildtext",
    "gotypesalias",
    "htmlmetacontenturlescape",
    "http2client",
    "http2debug",
    "http2server",
    "httpcookiemaxnum",
    "httplaxcontentlength",
    "httpmuxgo121",
    "httpservecontentkeepheaders",
    "installgoroot",
    "jstmpllitinterp",
    "multipartmaxheaders",
    "multipartmaxparts",
    "multipathtcp",
    "netdns",
    "netedns0",
    "panicnil",
    "randautoseed",
    "randseednop",
    "rsa1024min",
    "tarinsecurepath",
    "tls10server",
    "tls3des",
    "tlsmaxrsasize",
    "tlsmlkem",
    "tlsrsakex",
    "tlssecpmlkem",
    "tlssha1",
    "tlsunsafeekm",
    "updatemaxprocs",
    "urlmaxqueryparams",
    "urlstrictcolons",
    "winreadlinkvolume",
    "winsymlink",
    "x509keypairleaf",
    "x509negativeserial",
    "x509rsacrt",
    "x509sha256skid",
    "x509usefallbackroots",
    "x509usepolicies",
    "zipinsecurepath"};

// Settings that existed once, and the Go version that removed them.
struct RemovedSetting {
  std::string_view name;
  std::string_view version;
};
constexpr std::array<RemovedSetting, 1> kRemoved = {{{"x509sha1", "1.24"}}};

bool has_any(std::string_view text, std::string_view characters) {
  return text.find_first_of(characters) != std::string_view::npos;
}

}  // namespace

GoModComplaint godebug_complaint(std::string_view key, std::string_view value) {
  if (has_any(key, " \t,") || has_any(value, " \t,"))
    return {fmt::format("godebug {} contains a space or a comma", quoted(key))};
  if (key == "default") {
    if (value.starts_with("go") && is_go_version(value.substr(2))) return {};
    return {fmt::format("value {} for godebug default= must be goVERSION",
                        quoted(value)),
            "godebug default=go1.21"};
  }
  if (std::binary_search(kSettings.begin(), kSettings.end(), key)) return {};
  for (const RemovedSetting& removed : kRemoved)
    if (removed.name == key)
      return {fmt::format("use of godebug {}, which Go {} removed", quoted(key),
                          removed.version),
              "see https://go.dev/doc/godebug"};
  const auto near = nearest(key, kSettings);
  return {fmt::format("unknown godebug {}", quoted(key)),
          near ? fmt::format("did you mean '{}'?", *near) : ""};
}

}  // namespace modgraph
