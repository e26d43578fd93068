// Tested by tests/importers/go_mod/go_mod_test.cc and
// tests/importers/go_mod/go_mod_bad_test.cc.

#include "importers/go_mod/go_mod.h"

#include <fmt/core.h>

#include <algorithm>
#include <cctype>
#include <iterator>
#include <utility>
#include <vector>

#include "engine/base/edit_distance.h"
#include "importers/go_mod/go_mod_checks.h"
#include "importers/go_mod/go_mod_reader.h"

namespace modgraph {
namespace {

std::string_view other_file(ManifestKind kind) {
  return kind == ManifestKind::kGoMod ? "go.work" : "go.mod";
}

bool allows(const GoModDirective& directive, ManifestKind kind) {
  return kind == ManifestKind::kGoMod ? directive.in_mod : directive.in_work;
}

// What `name` may have been meant to be.
std::string directive_hint(std::string_view name, ManifestKind kind) {
  if (name == "(") return "write the directive before its '('";
  if (name == ")") return "no block is open here";
  if (find_directive(name) != nullptr)
    return fmt::format("{} belongs in {}", name, other_file(kind));
  const std::vector<std::string_view> names = directive_names(kind);
  const auto near = nearest(name, names);
  return near ? fmt::format("did you mean '{}'?", *near) : "";
}

void complain_unknown_block(GoModReader& reader,
                            std::span<const GoModToken> head) {
  std::string words;
  for (const GoModToken& word : head) {
    if (!words.empty()) words += ' ';
    words += reader.syntax.text(word);
  }
  const std::string_view name = reader.syntax.text(head[0]);
  const GoModDirective* const directive = find_directive(name);
  std::string hint;
  if (directive == nullptr || !allows(*directive, reader.out.kind))
    hint = directive_hint(name, reader.out.kind);
  else if (!directive->in_block)
    hint = fmt::format("write '{}' and its version on one line", name);
  else
    hint = fmt::format("a block begins with '{} (' alone", name);
  complain(reader, head[0],
           {fmt::format("unknown block type: {}", quoted(words)), hint});
}

// The directive of this name that this reading of the file takes; nullptr, with
// a complaint unless the reading is lax, if there is none.
const GoModDirective* directive_for(GoModReader& reader,
                                    const GoModToken& verb) {
  const std::string_view name = reader.syntax.text(verb);
  const GoModDirective* const found = find_directive(name);
  if (reader.reading == GoModReading::kDependency)
    return found != nullptr && found->in_dependency ? found : nullptr;
  if (found != nullptr && allows(*found, reader.out.kind)) return found;
  complain(reader, verb,
           {fmt::format("unknown directive: {}", quoted(name)),
            directive_hint(name, reader.out.kind)});
  return nullptr;
}

void read_line(GoModReader& reader, const GoModLine& line) {
  const auto words = reader.syntax.tokens_of(line);
  const GoModDirective* const directive = directive_for(reader, words[0]);
  if (directive == nullptr) return;
  read_directive(reader,
                 {directive, words.subspan(1), words[0], &line, nullptr});
}

void read_block(GoModReader& reader, const GoModLine& head,
                const GoModBlock& block) {
  const auto words = reader.syntax.tokens_of(head);
  const bool lax = reader.reading == GoModReading::kDependency;
  const GoModDirective* const directive =
      find_directive(reader.syntax.text(words[0]));
  if (words.size() > 1 || directive == nullptr || !directive->in_block ||
      !allows(*directive, reader.out.kind)) {
    if (!lax) complain_unknown_block(reader, words);
    return;
  }
  if (lax && !directive->in_dependency) return;
  if (directive->id == GoModDirectiveId::kRequire)
    reader.out.require.reserve(reader.out.require.size() + block.lines.count);
  for (const GoModLine& line :
       std::span(reader.syntax.lines)
           .subspan(block.lines.first, block.lines.count)) {
    const auto arguments = reader.syntax.tokens_of(line);
    read_directive(reader, {directive, arguments, arguments[0], &line, &head});
  }
}

void read_statements(GoModReader& reader) {
  for (const GoModStatement& statement : reader.syntax.statements) {
    const GoModLine& line = reader.syntax.lines[statement.line];
    if (statement.kind == GoModStatementKind::kLine)
      read_line(reader, line);
    else if (statement.kind == GoModStatementKind::kBlock)
      read_block(reader, line, reader.syntax.blocks[statement.block]);
  }
}

using Check = Errors (*)(const NamedText&, const Manifest&);

Errors no_check(const NamedText& /*source*/, const Manifest& /*manifest*/) {
  return {};
}

Result<Manifest> read_file(std::string_view file_name, std::string text,
                           ManifestKind kind, GoModReading reading,
                           Check check) {
  if (text.size() > kMaxGoModBytes)
    return fail(limit_error(
        SourcePosition{std::string(file_name)},
        fmt::format("the file is larger than {} MiB", kMaxGoModBytes >> 20)));
  const NamedText source{file_name, text};
  GoModSyntax syntax = parse_go_mod_syntax(source);
  GoModReader reader{syntax, reading, {}, std::move(syntax.errors)};
  reader.out.kind = kind;
  read_statements(reader);
  // Without the lines that could not be read, the checks would guess.
  if (reader.errors.empty()) reader.errors = check(source, reader.out);
  if (!reader.errors.empty())
    return fail(in_file_order(std::move(reader.errors)));
  reader.out.file = file_name;
  reader.out.text = std::move(text);
  return std::move(reader.out);
}

}  // namespace

Result<Manifest> parse_go_mod(std::string_view file_name, std::string text) {
  return read_file(file_name, std::move(text), ManifestKind::kGoMod,
                   GoModReading::kEdit, no_check);
}

Result<Manifest> parse_main_go_mod(std::string_view file_name,
                                   std::string text) {
  return read_file(file_name, std::move(text), ManifestKind::kGoMod,
                   GoModReading::kMainModule, check_main_go_mod);
}

Result<Manifest> parse_go_mod_lax(std::string_view file_name,
                                  std::string text) {
  return read_file(file_name, std::move(text), ManifestKind::kGoMod,
                   GoModReading::kDependency, no_check);
}

Result<Manifest> parse_go_work(std::string_view file_name, std::string text) {
  return read_file(file_name, std::move(text), ManifestKind::kGoWork,
                   GoModReading::kEdit, no_check);
}

Result<Manifest> parse_main_go_work(std::string_view file_name,
                                    std::string text) {
  return read_file(file_name, std::move(text), ManifestKind::kGoWork,
                   GoModReading::kEdit, check_main_go_work);
}

}  // namespace modgraph
