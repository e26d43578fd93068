// The report as Markdown. The idea: every section is a head and a list of
// items, each made for itself, so that a section can end at any item; what is
// last, how to get the report again, has its room reserved. Foreign text goes
// through markdown_text.h alone, and no table has any.
// Tested by tests/exporters/markdown/markdown_test.cc and, in a parser that is
// not ours, by tests/reports/markdown_suite.py.

#include "exporters/markdown/markdown.h"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/counted.h"
#include "engine/base/printable.h"
#include "engine/findings/findings.h"
#include "engine/report/views/overview.h"
#include "exporters/document/document_blocks.h"
#include "exporters/findings/analyze_command.h"
#include "exporters/findings/finding_lines.h"
#include "exporters/findings/suggested_fixes.h"
#include "exporters/markdown/markdown_text.h"
#include "exporters/pictures/mermaid.h"
#include "exporters/pictures/picture_labels.h"

namespace modgraph {
namespace {

// Code points that a sentence or a name may have: strangers write them, and
// one must not eat the room of all others.
constexpr std::size_t kLongestSentence = 600;
constexpr std::size_t kNameLength = 200;
constexpr std::size_t kMaxNotes = 4;
constexpr std::size_t kMaxChains = 2;
constexpr std::size_t kChainNames = 8;  // of a chain

std::string sentence(std::string_view text) {
  return markdown_sentence(shortened(text, kLongestSentence));
}

std::string name_span(std::string_view name) {
  return code_span(shortened(name, kNameLength));
}

// "`go.mod#L14`", or nothing.
std::string place(const Finding& f) {
  if (!f.location) return {};
  const Location& at = *f.location;
  std::string out = shortened(at.file, kNameLength);
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
  const std::size_t head =
      names.size() <= kChainNames ? names.size() : kChainNames / 2;
  for (std::size_t i = 0; i < head; ++i) add(name_span(names[i]));
  if (head == names.size()) return out;
  add(fmt::format("{} more", names.size() - kChainNames));
  for (std::size_t i = names.size() - kChainNames / 2; i < names.size(); ++i)
    add(name_span(names[i]));
  return out;
}

// The chains that a cycle's message shows already are not said again.
std::string proofs(const Finding& f) {
  if (f.rule->code.starts_with("MG1")) return {};
  std::string out;
  for (std::size_t i = 0; i < std::min(f.witness.size(), kMaxChains); ++i)
    out += fmt::format("- required through {}\n", chain(f.witness[i]));
  if (f.witness.size() > kMaxChains)
    out +=
        fmt::format("- and through {} more\n", f.witness.size() - kMaxChains);
  return out;
}

std::string fix(const SuggestedFix& s) {
  std::string commands;
  for (const std::string& command : s.commands)
    commands += printable(command) + "\n";
  return fmt::format("Fix, tried: {}\n\n{}\n", sentence(effect_text(s.effect)),
                     code_block("sh", commands));
}

// Whether a note says a chain that the proofs show.
bool says_proof(const Finding& f, std::string_view note) {
  return !f.rule->code.starts_with("MG1") && !f.witness.empty() &&
         note.ends_with(chain_text(f.witness.front()));
}

// Level, rule, place, message, chains, notes, the fix. Ends with an empty line.
std::string finding_in_full(const Finding& f) {
  std::string out = fmt::format("**{}** {} {}", level_name(f.level),
                                f.rule->code, f.rule->name);
  if (const std::string at = place(f); !at.empty()) out += " \u00b7 " + at;
  out += fmt::format(" {}\\\n{}\n\n", identity(f), sentence(f.message));
  std::string items = proofs(f);
  if (const std::string in = sharing_folders(f); !in.empty())
    items += fmt::format("- {}\n", sentence(in));
  for (std::size_t i = 0; i < std::min(f.notes.size(), kMaxNotes); ++i)
    if (!says_proof(f, f.notes[i]))
      items += fmt::format("- {}\n", sentence(f.notes[i]));
  if (!items.empty()) out += items + "\n";
  if (!f.suggestions.empty()) out += fix(f.suggestions.front());
  return out;
}

// "`go.mod#L14` message".
std::string place_and_message(const Finding& f) {
  const std::string at = place(f);
  const std::size_t folders = f.folders ? f.folders->size() : 0;
  return (at.empty() ? "" : at + " ") + sentence(f.message) +
         (folders > 1 ? " (in " + counted(folders, "folder") + ")" : "");
}

// "- `go.mod#L14` message", with its identity. Ends with a newline.
std::string finding_line(const Finding& f) {
  return fmt::format("- {} {}\n", place_and_message(f), identity(f));
}

// How to get the report again. Ends with a newline.
std::string reproduce_line(const Report& report,
                           const MarkdownOptions& options) {
  const std::string command = options.reproduce.empty()
                                  ? analyze_command(report)
                                  : printable(options.reproduce);
  return "Reproduce: " + code_span(command) + ", modgraph " +
         markdown_sentence(report.tool_version) + "\n";
}

constexpr std::size_t kFirstLines = 6;
constexpr std::size_t kInFull = 10;
constexpr std::size_t kVersions = 10;
// For the sentence that says what is missing from a section.
constexpr std::size_t kCutRoom = 160;
// A picture that takes more of the budget than this is left out.
constexpr std::size_t kPictureShare = 3;

// A part of the report that may be cut after any of its items.
struct Section {
  std::string head;
  std::vector<std::string> items;
  std::string tail;
  std::string_view noun;  // of one item
};

class MarkdownReport {
 public:
  MarkdownReport(const Report& report, const MarkdownOptions& options)
      : report_(report),
        options_(options),
        findings_(findings_in_order(report, options.show)),
        end_(reproduce_line(report, options)) {
    const auto full = findings_.begin() + static_cast<std::ptrdiff_t>(std::min(
                                              kInFull, findings_.size()));
    in_full_.assign(findings_.begin(), full);
    others_.assign(full, findings_.end());
    // Strangers name files; their names must not take all the room.
    if (end_.size() > options.budget / 4) end_.clear();
  }

  std::string text() {
    put(verdict());
    put(first_lines());
    put(in_full());
    put(versions());
    put_picture();
    put_others();
    return out_ + end_;
  }

 private:
  std::size_t room() const {
    const std::size_t used = out_.size() + end_.size() + kCutRoom;
    return used < options_.budget ? options_.budget - used : 0;
  }

  // What fits of a section. Without room for one item there is no head either.
  void put(const Section& section) {
    if (section.items.empty()) return;
    const std::size_t frame = section.head.size() + section.tail.size();
    std::size_t used = frame + kCutRoom;
    std::size_t fitting = 0;
    while (fitting < section.items.size() &&
           used + section.items[fitting].size() <= room())
      used += section.items[fitting++].size();
    if (fitting > 0) {
      out_ += section.head;
      for (std::size_t i = 0; i < fitting; ++i) out_ += section.items[i];
      out_ += section.tail;
    }
    say_cut(section.items.size() - fitting, section.noun);
  }

  void say_cut(std::uint64_t missing, std::string_view noun) {
    if (missing == 0) return;
    const std::string line =
        fmt::format("*Cut to stay within {}: {}.*\n\n",
                    bytes_text(options_.budget), counted(missing, noun));
    if (line.size() <= room() + kCutRoom) out_ += line;
  }

  Section verdict() const {
    std::string names;
    const std::size_t shown =
        std::min<std::size_t>(report_.main_modules.size(), 3);
    for (std::size_t i = 0; i < shown; ++i)
      names += (i > 0 ? ", " : "") + name_span(report_.main_modules[i]);
    if (report_.main_modules.size() > shown)
      names += fmt::format(" and {} more", report_.main_modules.size() - shown);
    // Notes are counted where they are shown; warnings always are.
    const std::string found =
        counts_from(report_, std::min(options_.show, Level::kWarning));
    std::string line = "**" + (found.empty() ? "Nothing to fix" : found) + "**";
    if (!names.empty()) line += " in " + names;
    line += ": " + counted(report_.counts.modules, "module");
    if (report_.requirements_known)
      line += ", " + counted(report_.counts.requirements, "requirement");
    Section out{"<!-- modgraph -->\n", {line + "\n\n"}, "", "line"};
    for (const std::string& why : report_.partial_because)
      out.items.push_back("Partial: " + sentence(why) + "\n\n");
    if (report_.settings)
      out.items.push_back(
          "Settings: " + sentence(settings_sentence(*report_.settings)) +
          "\n\n");
    if (report_.gate)
      out.items.push_back(
          "Findings: " + sentence(gate_sentence(*report_.gate)) + "\n\n");
    return out;
  }

  // What a reviewer sees without unfolding anything.
  Section first_lines() const {
    Section out{"", {}, "\n", "finding"};
    for (const Finding* f : findings_) {
      if (out.items.size() == kFirstLines) break;
      out.items.push_back(fmt::format("- **{}** {}\n", level_name(f->level),
                                      place_and_message(*f)));
    }
    if (findings_.size() > out.items.size())
      out.items.push_back(
          fmt::format("- and {} more\n", findings_.size() - out.items.size()));
    return out;
  }

  Section in_full() const {
    Section out{"<details><summary>In full, with fixes</summary>\n\n",
                {},
                "</details>\n\n",
                "finding"};
    for (const Finding* f : in_full_) out.items.push_back(finding_in_full(*f));
    return out;
  }

  // What go.mod requires at another version than the selected one.
  Section versions() const {
    Section out{"<details><summary>Versions</summary>\n\n",
                {},
                "\n</details>\n\n",
                "version"};
    std::uint64_t more = 0;
    for (const Finding* f : findings_) {
      if (!f->change || f->subjects.empty()) continue;
      if (out.items.size() == kVersions) {
        ++more;
        continue;
      }
      out.items.push_back(fmt::format(
          "- {} {} \u2192 {}\n", name_span(f->subjects.front().module),
          name_span(f->change->from), name_span(f->change->to)));
    }
    if (more > 0) out.items.push_back(fmt::format("- and {} more\n", more));
    return out;
  }

  void put_picture() {
    OverviewOptions options;
    options.max_boxes = options_.max_nodes;
    options.max_lines = 2 * options_.max_nodes;
    const Picture picture = overview(report_, options);
    if (picture.boxes.size() < 2) return;
    Sink chart;
    write_mermaid(picture, chart);
    std::string block = "<details><summary>Picture</summary>\n\n" +
                        code_block("mermaid", std::move(chart).take_text()) +
                        "\n</details>\n\n";
    if (block.size() > std::min(room(), options_.budget / kPictureShare))
      return say_cut(1, "picture");
    out_ += block;
  }

  // The other findings, folded, rule by rule as the report has them.
  void put_others() {
    std::uint64_t missing = 0;
    for (auto from = others_.begin(); from != others_.end();) {
      const Rule* rule = (*from)->rule;
      const Level level = (*from)->level;
      const auto to = std::find_if(from, others_.end(), [&](auto* f) {
        return f->rule != rule || f->level != level;
      });
      missing += put_folded(*rule, level, {from, to});
      from = to;
    }
    say_cut(missing, "finding");
  }

  // Returns how many found no room.
  std::size_t put_folded(const Rule& rule, Level level,
                         const std::vector<const Finding*>& findings) {
    std::string block =
        fmt::format("<details><summary>{}: {} more of {} {}</summary>\n\n",
                    level_name(level), findings.size(), rule.code, rule.name);
    constexpr std::string_view kTail = "\n</details>\n\n";
    const std::size_t head = block.size();
    std::size_t fitting = 0;
    for (const Finding* f : findings) {
      const std::string line = finding_line(*f);
      if (block.size() + line.size() + kTail.size() + kCutRoom > room()) break;
      block += line;
      ++fitting;
    }
    if (block.size() > head) (out_ += block) += kTail;
    return findings.size() - fitting;
  }

  const Report& report_;
  const MarkdownOptions& options_;
  std::vector<const Finding*> findings_;
  std::vector<const Finding*> in_full_;
  std::vector<const Finding*> others_;
  std::string out_;
  std::string end_;
};

}  // namespace

void write_markdown(const Report& report, const MarkdownOptions& options,
                    Sink& out) {
  out.put(MarkdownReport(report, options).text());
}

}  // namespace modgraph
