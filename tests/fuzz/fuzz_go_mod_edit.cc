// Any bytes as a go.mod or go.work, with a first line of flags: formatted,
// edited as text, and edited as data.

#include <cstdint>
#include <string>
#include <vector>

#include "engine/model/version.h"
#include "engine/resolve/edit.h"
#include "importers/go_mod.h"
#include "importers/go_mod_edit.h"
#include "importers/go_mod_edit_flag.h"
#include "importers/go_mod_printer.h"
#include "tests/fuzz/go_mod_properties.h"

namespace modgraph::fuzz {
namespace {

using Edits = std::vector<ManifestEdit>;

// The flags of the first line that are accepted: a letter for the kind, then
// the argument up to the next '|'.
Edits read_edits(std::string_view line, ManifestKind file) {
  Edits out;
  while (!line.empty()) {
    const auto kind =
        static_cast<EditKind>(static_cast<unsigned char>(line.front()) % 8);
    const std::size_t end = std::min(line.find('|'), line.size());
    if (auto edit = read_edit_flag(kind, line.substr(1, end - 1), file)) {
      // What a flag spells, is read as itself.
      const auto again = read_edit_flag(kind, flag_argument(*edit), file);
      must(again && *again == *edit);
      out.push_back(std::move(*edit));
    }
    line.remove_prefix(std::min(end + 1, line.size()));
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

// Formatting is done once. Retracted versions may lose quotes that they need.
void format_twice(ManifestKind kind, const std::string& text) {
  const auto once = edited(kind, text, {});
  must(once.has_value());
  must(once->reformats == (once->text != text));
  const auto again = edited(kind, once->text, {});
  if (again) must(again->text == once->text);
}

void edit(ManifestKind kind, const std::string& text, const Edits& edits) {
  const auto before = parsed(kind, text);
  const auto after = edited(kind, text, edits);
  must(before.has_value() == after.has_value());
  if (!after) return check_errors(after.error(), text);
  format_twice(kind, text);
  const Manifest data = apply_edits(*before, edits);
  const auto read = parsed(kind, after->text);
  if (!read) return;
  must(read->require.size() == data.require.size());
  must(read->exclude.size() == data.exclude.size());
  must(read->replace.size() == data.replace.size());
  must(read->go.has_value() == data.go.has_value());
}

}  // namespace
}  // namespace modgraph::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace modgraph;
  const std::string input(reinterpret_cast<const char*>(data), size);
  const std::size_t line = std::min(input.find('\n'), input.size());
  const std::string text = input.substr(std::min(line + 1, input.size()));
  fuzz::print_twice(text);
  for (const auto kind : {ManifestKind::kGoMod, ManifestKind::kGoWork})
    fuzz::edit(kind, text,
               fuzz::read_edits(std::string_view(input).substr(0, line), kind));
  return 0;
}
