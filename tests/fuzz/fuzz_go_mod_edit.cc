// Any bytes as a go.mod or go.work, with a first line of flags: formatted,
// edited as text, and edited as data.

#include <algorithm>
#include <string>
#include <vector>

#include "engine/model/version.h"
#include "importers/go_mod/go_mod.h"
#include "importers/go_mod/go_mod_edit.h"
#include "importers/go_mod/go_mod_printer.h"
#include "tests/fuzz/go_mod_properties.h"
#include "tests/support/reference/edits.h"

namespace modgraph::fuzz {
namespace {

using Edits = std::vector<ManifestEdit>;

// The flags of the first line that are accepted: a letter for the kind, then
// the argument up to the next '|'.
Edits accepted_flags(std::string_view line, ManifestKind file) {
  Edits out;
  while (!line.empty()) {
    const auto kind =
        static_cast<EditKind>(static_cast<unsigned char>(line.front()) % 8);
    const std::size_t end = std::min(line.find('|', 1), line.size());
    const auto edit = read_edit_flag(kind, line.substr(1, end - 1), file);
    line.remove_prefix(std::min(end + 1, line.size()));
    if (edit) {
      // What a flag spells is read as itself; but for versions that begin with
      // '/', which the go command takes only behind white space.
      const auto again = read_edit_flag(kind, flag_argument(*edit), file);
      if (!again) continue;
      must(*again == *edit);
      out.push_back(*edit);
    }
  }
  return out;
}

Result<EditedGoMod> edited(ManifestKind kind, const std::string& text,
                           const Edits& edits) {
  return kind == ManifestKind::kGoMod ? edit_go_mod("fuzz", text, edits)
                                      : edit_go_work("fuzz", text, edits);
}

Result<Manifest> parsed(ManifestKind kind, const std::string& text) {
  return kind == ManifestKind::kGoMod ? parse_go_mod("fuzz", text)
                                      : parse_go_work("fuzz", text);
}

void print_twice(const std::string& text) {
  const GoModSyntax syntax = parse_go_mod_syntax({"fuzz", text});
  const std::string once = print_go_mod(syntax);
  if (syntax.errors.empty())
    must(print_go_mod(parse_go_mod_syntax({"fuzz", once})) == once);
}

// Formatting settles. Once is not always enough, for the go command neither: a
// blank line that sorting takes to the start of a block goes the next time.
// Retracted versions may lose quotes that they need.
void format_thrice(ManifestKind kind, const std::string& text) {
  const auto once = edited(kind, text, {});
  must(once.has_value());
  must(once->reformats == (once->text != text));
  const auto twice = edited(kind, once->text, {});
  if (!twice) return;
  const auto thrice = edited(kind, twice->text, {});
  if (thrice) must(thrice->text == twice->text);
}

void edit(ManifestKind kind, const std::string& text, const Edits& edits) {
  const auto before = parsed(kind, text);
  const auto after = edited(kind, text, edits);
  must(before.has_value() == after.has_value());
  if (!after) return check_errors(after.error(), text);
  format_thrice(kind, text);
  const Manifest data = apply_edits(*before, edits);
  const auto read = parsed(kind, after->text);
  if (!read) return;
  must(read->require.size() == data.require.size());
  must(read->exclude.size() == data.exclude.size());
  must(read->replace.size() == data.replace.size());
  must(read->go.has_value() == data.go.has_value());
}

}  // namespace

void one_input(std::string_view bytes) {
  const std::size_t line = std::min(bytes.find('\n'), bytes.size());
  const std::string text(bytes.substr(std::min(line + 1, bytes.size())));
  print_twice(text);
  for (const auto kind : {ManifestKind::kGoMod, ManifestKind::kGoWork})
    edit(kind, text, accepted_flags(bytes.substr(0, line), kind));
}

}  // namespace modgraph::fuzz
