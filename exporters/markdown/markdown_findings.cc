#include "exporters/markdown/markdown_findings.h"

#include <fmt/core.h>

#include <algorithm>

#include "engine/base/printable.h"
#include "exporters/findings/suggested_fixes.h"
#include "exporters/markdown/markdown_text.h"
#include "exporters/pictures/picture_labels.h"

namespace modgraph {
namespace {

// Code points that a sentence or a name may have: strangers write them, and
// one must not eat the room of all others.
constexpr std::size_t kLongestSentence = 600;
constexpr std::size_t kLongestName = 200;
constexpr std::size_t kNotes = 4;
constexpr std::size_t kChains = 2;
constexpr std::size_t kNames = 8;  // of a chain

std::string sentence(std::string_view text) {
  return markdown_sentence(shortened(text, kLongestSentence));
}

std::string name_span(std::string_view name) {
  return code_span(shortened(name, kLongestName));
}

// "`go.mod#L14`", or nothing.
std::string place(const Finding& f) {
  if (!f.location) return {};
  const Location& at = *f.location;
  std::string out = shortened(at.file, kLongestName);
  if (at.line > 0) out += fmt::format("#L{}", at.line);
  return code_span(out);
}

// The fingerprint, for programs that compare reports; 32 hexadecimal digits.
std::string identity(const Finding& f) {
  return fmt::format("<!-- {} {} -->", f.rule->code, f.fingerprint);
}

// The first and the last names, and how many are between them.
std::string chain(const NameChain& names) {
  std::string out;
  const auto add = [&](const std::string& piece) {
    out += (out.empty() ? "" : " \u2192 ") + piece;
  };
  const std::size_t head = names.size() <= kNames ? names.size() : kNames / 2;
  for (std::size_t i = 0; i < head; ++i) add(name_span(names[i]));
  if (head == names.size()) return out;
  add(fmt::format("{} more", names.size() - kNames));
  for (std::size_t i = names.size() - kNames / 2; i < names.size(); ++i)
    add(name_span(names[i]));
  return out;
}

// The chains that a cycle's message shows already are not said again.
std::string proofs(const Finding& f) {
  if (f.rule->code.starts_with("MG1")) return {};
  std::string out;
  for (std::size_t i = 0; i < std::min(f.witness.size(), kChains); ++i)
    out += fmt::format("- forced by {}\n", chain(f.witness[i]));
  if (f.witness.size() > kChains)
    out += fmt::format("- and by {} more\n", f.witness.size() - kChains);
  return out;
}

std::string fix(const SuggestedFix& s) {
  std::string commands;
  for (const std::string& command : s.commands)
    commands += printable(command) + "\n";
  return fmt::format("Fix, tried: {}\n\n{}\n", sentence(effect_text(s.effect)),
                     code_block("sh", commands));
}

int place_in_level(const Finding& f) {
  if (!f.suggestions.empty()) return 0;
  return f.rule->owner == Owner::kOurs ? 1 : 2;
}

}  // namespace

std::vector<const Finding*> findings_in_order(const Report& report) {
  std::vector<const Finding*> out;
  for (const Finding& f : report.findings)
    if (!f.suppressed) out.push_back(&f);
  std::stable_sort(out.begin(), out.end(),
                   [](const Finding* a, const Finding* b) {
                     if (a->level != b->level) return a->level > b->level;
                     return place_in_level(*a) < place_in_level(*b);
                   });
  return out;
}

std::string finding_in_full(const Finding& f) {
  std::string out = fmt::format("**{}** {} {}", level_name(f.level),
                                f.rule->code, f.rule->name);
  if (const std::string at = place(f); !at.empty()) out += " \u00b7 " + at;
  out += fmt::format(" {}\\\n{}\n\n", identity(f), sentence(f.message));
  std::string items = proofs(f);
  for (std::size_t i = 0; i < std::min(f.notes.size(), kNotes); ++i)
    items += fmt::format("- {}\n", sentence(f.notes[i]));
  if (!items.empty()) out += items + "\n";
  if (!f.suggestions.empty()) out += fix(f.suggestions.front());
  return out;
}

std::string finding_line(const Finding& f) {
  std::string out = "- ";
  if (const std::string at = place(f); !at.empty()) out += at + " ";
  return out + sentence(f.message) + " " + identity(f) + "\n";
}

}  // namespace modgraph
