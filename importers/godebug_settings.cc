// Tested by tests/importers/go_mod_test.cc.

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/base/edit_distance.h"
#include "engine/model/go_version.h"
#include "importers/go_mod_checks.h"

namespace modgraph {
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
