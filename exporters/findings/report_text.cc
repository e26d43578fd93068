#include "exporters/findings/report_text.h"

#include <fmt/core.h>

#include <algorithm>
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
    std::uint64_t shown = 0;
    std::uint64_t left_out = 0;
    for (const Finding* f : findings_in_order(report_, options_.show)) {
      if (options_.max_results != 0 && shown == options_.max_results) {
        ++left_out;
        continue;
      }
      if (out_.failed()) return;
      rule_begins(*f);
      show(*f);
      ++shown;
    }
    rule_ends();
    if (left_out > 0)
      out_.put(fmt::format("... and {} more; --max-results 0 shows all\n\n",
                           left_out));
    summary();
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
    if (f.location)
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
    if (f.location) place(*f.location);
    for (const RelatedLocation& r : f.related) {
      out_.put(fmt::format("  = {}\n", printable(r.message)));
      place(r.location);
    }
    for (const std::string& note : f.notes)
      out_.put(fmt::format("  = {}\n", printable(note)));
    if (f.rule->owner == Owner::kDependency && f.level > Level::kNote &&
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

  void summary() {
    const Counts& c = report_.counts;
    std::string name;
    for (const std::string& main : report_.main_modules)
      name += (name.empty() ? "" : ", ") + main;
    if (report_.main_modules.size() > 3)
      name = fmt::format("{} and {} more main modules",
                         report_.main_modules.front(),
                         report_.main_modules.size() - 1);
    std::string line =
        fmt::format("{}: {}", printable(name), counted(c.modules, "module"));
    if (report_.requirements_known)
      line += fmt::format(", {}, longest chain {}",
                          counted(c.requirements, "requirement"),
                          report_.critical_path.length);
    out_.put(line + "\n");
    out_.put(fmt::format("{}, {}, {}{}\n",
                         counted(count(Level::kError), "error"),
                         counted(count(Level::kWarning), "warning"),
                         counted(count(Level::kNote), "note"), hidden_rules()));
    for (const std::string& why : report_.partial_because)
      out_.put(fmt::format("partial: {}\n", printable(why)));
  }

  std::uint64_t count(Level level) const {
    return report_.counts.findings[static_cast<std::size_t>(level)];
  }

  // " (MG1003 path-cycle x2, MG2001 version-drift x118; -v shows them)"
  std::string hidden_rules() const {
    std::vector<std::pair<const Rule*, std::uint64_t>> hidden;
    for (const Finding& f : report_.findings) {
      if (f.level >= options_.show || f.suppressed) continue;
      const auto row = std::find_if(hidden.begin(), hidden.end(),
                                    [&](auto& h) { return h.first == f.rule; });
      if (row == hidden.end())
        hidden.emplace_back(f.rule, 1);
      else
        ++row->second;
    }
    if (hidden.empty()) return {};
    std::string out;
    for (const auto& [rule, n] : hidden)
      out += fmt::format("{}{} {} x{}", out.empty() ? " (" : ", ", rule->code,
                         rule->name, n);
    return out + "; -v shows them)";
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
