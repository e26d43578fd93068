#include "exporters/findings/report_text.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "engine/base/counted.h"
#include "engine/base/printable.h"
#include "exporters/findings/finding_lines.h"
#include "exporters/findings/suggested_fixes.h"
#include "exporters/text/source_excerpt.h"

namespace modgraph {
namespace {

// Of each rule, unless notes are shown too.
constexpr std::uint64_t kMaxInFull = 3;
constexpr std::uint64_t kMaxLines = 10;
constexpr std::size_t kMostColumns = 100;

// SGR codes of the terminal; only ever written when colour is on.
constexpr std::string_view kReset = "\x1b[0m";
constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kFaint = "\x1b[2m";

std::string_view colour_of(Level level) {
  switch (level) {
    case Level::kError:
      return "\x1b[1;31m";
    case Level::kWarning:
      return "\x1b[1;33m";
    case Level::kOff:
    case Level::kNote:
      return "\x1b[1;36m";
  }
  return kReset;
}

class TextReport {
 public:
  TextReport(const Report& report, const TextOptions& options, Sink& out)
      : report_(report), options_(options), out_(out) {}

  void write() {
    verdict();
    std::uint64_t shown = 0;
    std::uint64_t left_out = 0;
    for (const Finding* f : findings_in_order(report_, options_.show)) {
      if (options_.max_results != 0 && shown == options_.max_results) {
        ++left_out;
        continue;
      }
      if (out_.failed()) return;
      if (shown == 0) out_.put('\n');
      rule_begins(*f);
      show(*f);
      ++shown;
    }
    rule_ends();
    if (left_out > 0)
      out_.put(fmt::format("... and {} more; --max-results 0 shows all\n\n",
                           left_out));
    worth_knowing();
  }

 private:
  void rule_begins(const Finding& f) {
    if (f.rule == rule_) return;
    rule_ends();
    rule_ = f.rule;
  }

  void rule_ends() {
    if (of_rule_ > kMaxLines)
      out_.put(fmt::format("... and {} more of {} {}; -v shows them\n",
                           of_rule_ - kMaxLines, rule_->code, rule_->name));
    if (of_rule_ > kMaxInFull) out_.put('\n');
    of_rule_ = 0;
  }

  // The first ones of a rule in full, then a line each, then a count.
  void show(const Finding& f) {
    ++of_rule_;
    if (options_.show == Level::kNote || of_rule_ <= kMaxInFull)
      return finding(f);
    if (of_rule_ > kMaxLines) return;
    std::string at;
    if (const std::string in = sharing_folders(f); !in.empty())
      at = in + ": ";
    else if (f.location)
      at =
          fmt::format("{}:{}: ", printable(f.location->file), f.location->line);
    out_.put(fmt::format("{}[{}]: {}{}\n", level_name(f.level), f.rule->code,
                         at, printable(f.message)));
  }

  std::string painted(std::string_view sgr, std::string_view text) const {
    if (options_.colour == Colour::kNever) return std::string(text);
    return fmt::format("{}{}{}", sgr, text, kReset);
  }

  void finding(const Finding& f) {
    const std::string head = fmt::format("{}[{} {}]", level_name(f.level),
                                         f.rule->code, f.rule->name);
    out_.put(fmt::format("{}: {}\n", painted(colour_of(f.level), head),
                         painted(kBold, printable(f.message))));
    if (const std::string in = sharing_folders(f); !in.empty())
      out_.put("  = " + in + "\n");
    else if (f.location)
      place(*f.location);
    for (const RelatedLocation& r : f.related) {
      out_.put(fmt::format("  = {}\n", printable(r.message)));
      place(r.location);
    }
    for (const std::string& note : f.notes)
      out_.put(fmt::format("  = {}\n", printable(note)));
    if (f.owner == Owner::kDependency && f.level > Level::kNote &&
        f.suggestions.empty())
      out_.put(
          "  = not fixable in this go.mod: only newer versions of dependencies "
          "change it\n");
    if (!f.suggestions.empty()) fix(f.suggestions.front());
    out_.put('\n');
  }

  void fix(const SuggestedFix& s) {
    for (const std::string& command : s.commands)
      out_.put(fmt::format("  = fix: {}\n", printable(command)));
    out_.put(fmt::format("  = (tried: {})\n", effect_text(s.effect)));
  }

  void place(const Location& l) {
    std::string at = printable(l.file);
    if (l.line > 0) at += fmt::format(":{}", l.line);
    if (l.line > 0 && l.column > 0) at += fmt::format(":{}", l.column);
    out_.put(fmt::format("  {} {}\n", painted(kFaint, "-->"), at));
    out_.put(source_excerpt(
        {l.line, l.column, l.end_column, l.source_line, l.label}));
  }

  // The verdict in one sentence.
  void verdict() {
    const Counts& c = report_.counts;
    std::string name;
    for (const std::string& main : report_.main_modules)
      name += (name.empty() ? "" : ", ") + main;
    if (report_.main_modules.size() > 3)
      name = fmt::format("{} and {} more main modules",
                         report_.main_modules.front(),
                         report_.main_modules.size() - 1);
    std::string size = counted(c.modules, "module");
    if (report_.requirements_known)
      size += ", " + counted(c.requirements, "requirement");
    const std::string found = counts_from(report_, Level::kWarning);
    out_.put(fmt::format("{}: {} ({})\n", printable(name),
                         found.empty() ? "nothing to fix" : found, size));
    for (const std::string& why : report_.partial_because)
      out_.put(fmt::format("partial: {}\n", printable(why)));
    if (report_.settings)
      out_.put(fmt::format("settings: {}\n",
                           printable(settings_sentence(*report_.settings))));
    if (report_.gate)
      out_.put(fmt::format("verdict: {}\n",
                           printable(gate_sentence(*report_.gate))));
  }

  // What is no fault, and good to know.
  void worth_knowing() {
    put_list("heaviest", heaviest());
    put_list("go line", forced_go());
    put_list("notes", hidden_rules());
    put_list("silenced", silenced());
  }

  // "label: a, b, c" in lines of at most kMostColumns.
  void put_list(std::string_view label, const std::vector<std::string>& items) {
    if (items.empty()) return;
    std::string line = fmt::format("{}: ", label);
    const std::string indent(line.size(), ' ');
    for (std::size_t i = 0; i < items.size(); ++i) {
      const std::string item = items[i] + (i + 1 < items.size() ? "," : "");
      if (line.size() > indent.size() &&
          line.size() + item.size() > kMostColumns) {
        while (line.ends_with(' ')) line.pop_back();
        out_.put(line + "\n");
        line = indent;
      }
      line += item + (i + 1 < items.size() ? " " : "");
    }
    out_.put(line + "\n");
  }

  // The direct dependencies that most modules leave with.
  std::vector<std::string> heaviest() const {
    constexpr std::size_t kShown = 5;
    std::vector<const Finding*> heavy;
    for (const Finding& f : report_.findings)
      if (f.measure && !f.suppressed) heavy.push_back(&f);
    std::stable_sort(heavy.begin(), heavy.end(),
                     [](const Finding* a, const Finding* b) {
                       return a->measure->removes > b->measure->removes;
                     });
    std::vector<std::string> out;
    for (const Finding* f : heavy) {
      if (out.size() == kShown) break;
      out.push_back(fmt::format("{} ({})",
                                printable(f->subjects.front().module),
                                counted(f->measure->removes, "module")));
    }
    return out;
  }

  std::vector<std::string> forced_go() const {
    for (const Finding& f : report_.findings)
      if (f.rule->code == "MG2005" && !f.suppressed && !f.notes.empty())
        return parts(printable(f.notes.front()));
    return {};
  }

  // What stands between commas, so that it can be put on several lines.
  static std::vector<std::string> parts(std::string_view text) {
    constexpr std::string_view kBetween = ", ";
    std::vector<std::string> out;
    while (true) {
      const std::size_t end = text.find(kBetween);
      out.emplace_back(text.substr(0, end));
      if (end == std::string_view::npos) return out;
      text.remove_prefix(end + kBetween.size());
    }
  }

  // Of one rule, for people: cycles that are not ours are one kind.
  static std::string kind_of(const Finding& f) {
    if (f.rule->code.starts_with("MG1") && f.owner == Owner::kDependency)
      return "cycles among dependencies";
    return fmt::format("{} {}", f.rule->code, f.rule->name);
  }

  // "cycles among dependencies x12", "MG3006 left-over-module x3; -v shows
  // them"
  std::vector<std::string> hidden_rules() const {
    std::vector<std::pair<std::string, std::uint64_t>> hidden;
    for (const Finding& f : report_.findings) {
      if (f.level >= options_.show || f.suppressed) continue;
      const std::string kind = kind_of(f);
      const auto row = std::find_if(hidden.begin(), hidden.end(),
                                    [&](auto& h) { return h.first == kind; });
      if (row == hidden.end())
        hidden.emplace_back(kind, 1);
      else
        ++row->second;
    }
    std::vector<std::string> out;
    for (const auto& [kind, n] : hidden)
      out.push_back(fmt::format("{} x{}", kind, n));
    if (!out.empty()) out.back() += "; -v shows them";
    return out;
  }

  // What would be shown and is not, by who silenced it: "3 by the baseline".
  // What a base has too is in the verdict.
  std::vector<std::string> silenced() const {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3>
        kWho = {{{"config", "the settings"},
                 {"comment", "comments in go.mod"},
                 {"baseline", "the baseline"}}};
    std::vector<std::string> out;
    for (const auto& [by, words] : kWho) {
      const auto n =
          std::count_if(report_.findings.begin(), report_.findings.end(),
                        [&, who = by](const Finding& f) {
                          return f.suppressed && f.suppressed->by == who &&
                                 f.level >= options_.show;
                        });
      if (n > 0) out.push_back(fmt::format("{} by {}", n, words));
    }
    return out;
  }

  const Report& report_;
  const TextOptions& options_;
  Sink& out_;
  const Rule* rule_ = nullptr;  // whose findings are being shown
  std::uint64_t of_rule_ = 0;   // how many of them
};

}  // namespace

void write_text(const Report& report, const TextOptions& options, Sink& out) {
  TextReport(report, options, out).write();
}

}  // namespace modgraph
