#include "exporters/findings/github.h"

#include <fmt/core.h>

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/printable.h"
#include "exporters/findings/finding_lines.h"

namespace modgraph {
namespace {

std::string_view command_of(Level level) {
  switch (level) {
    case Level::kError:
      return "error";
    case Level::kWarning:
      return "warning";
    case Level::kOff:
    case Level::kNote:
      return "notice";
  }
  return "notice";
}

// The runner undoes these; without them a text could begin a command.
std::string escaped(std::string_view text, std::string_view more) {
  std::string out;
  for (const char c : text) {
    if (c == '%' || c == '\r' || c == '\n' ||
        more.find(c) != std::string_view::npos)
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    else
      out += c;
  }
  return out;
}

std::string property(std::string_view text) {
  return escaped(printable(text), ":,");
}

void put_annotation(const Report& report, const Finding& f, Sink& out) {
  const FindingPlace at = place_of(report, f);
  std::string where = fmt::format("file={},line={},col={}", property(at.file),
                                  at.line, at.column);
  if (at.end_column > at.column)
    where += fmt::format(",endColumn={}", at.end_column);
  out.put(
      fmt::format("::{} {},title={}::{}\n", command_of(f.level), where,
                  property(fmt::format("{} {}", f.rule->code, f.rule->name)),
                  escaped(finding_paragraph(f), {})));
}

}  // namespace

void write_github(const Report& report, Sink& out,
                  const GithubOptions& options) {
  for (const Level level : {Level::kError, Level::kWarning, Level::kNote}) {
    if (level < options.show) break;
    std::vector<const Finding*> findings;
    for (const Finding& f : report.findings)
      if (f.level == level && !f.suppressed) findings.push_back(&f);
    const bool cut = findings.size() > options.most_of_a_level + 1;
    const std::size_t shown = cut ? options.most_of_a_level : findings.size();
    for (std::size_t i = 0; i < shown && !out.failed(); ++i)
      put_annotation(report, *findings[i], out);
    if (cut)
      out.put(
          fmt::format("::{} title=modgraph::{} more of this level; the "
                      "full report lists them\n",
                      command_of(level), findings.size() - shown));
  }
}

}  // namespace modgraph
