// Any bytes as a go.mod, in all three readings. What `go mod edit` accepts, is
// accepted of a dependency too; where the reader of plain files answers, it
// says the same.

#include <string>

#include "importers/go_mod/go_mod.h"
#include "importers/go_mod/go_mod_summary.h"
#include "tests/fuzz/go_mod_properties.h"

namespace modgraph::fuzz {
namespace {

void check_plain(const std::string& text, const Result<Manifest>& lax) {
  const auto plain = summarize_plain_go_mod(text);
  if (!plain) return;
  must(lax.has_value());
  must(plain->path == (lax->module ? lax->module->path : ""));
  must(plain->go_version == (lax->go ? lax->go->version : ""));
  must(plain->require.size() == lax->require.size());
  for (std::size_t i = 0; i < plain->require.size(); ++i) {
    must(plain->require[i].path == lax->require[i].module.path);
    must(plain->require[i].version == lax->require[i].module.version);
  }
}

void read_go_mod(const std::string& text) {
  const auto edit = parse_go_mod("fuzz", text);
  const auto lax = parse_go_mod_lax("fuzz", text);
  check(parse_main_go_mod("fuzz", text), text);
  check(edit, text);
  check(lax, text);
  check_plain(text, lax);
  if (!edit) return;
  must(lax.has_value());
  must(edit->require.size() == lax->require.size());
}

}  // namespace

void one_input(std::string_view bytes) { read_go_mod(std::string(bytes)); }

}  // namespace modgraph::fuzz
