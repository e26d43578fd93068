#include "exporters/findings/finding_place.h"

#include <algorithm>

#include "engine/base/printable.h"

namespace modgraph {

FindingPlace place_of(const Report& report, const Finding& finding) {
  if (finding.location) {
    const Location& at = *finding.location;
    return {at.file, std::max(at.line, 1), std::max(at.column, 1),
            at.end_column};
  }
  for (const std::string_view kind : {"mod", "work"})
    for (const InputDigest& input : report.inputs)
      if (input.kind == kind) return {input.path};
  return {report.inputs.empty() ? "go.mod" : report.inputs.front().path};
}

std::string finding_paragraph(const Finding& finding) {
  std::string out = printable(finding.message);
  for (const std::string& note : finding.notes) out += "\n" + printable(note);
  for (const SuggestedFix& s : finding.suggestions)
    for (const std::string& command : s.commands)
      out += "\nfix, tried: " + printable(command);
  return out;
}

std::string uri_path(std::string_view path) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
        (c >= '0' && c <= '9') ||
        std::string_view("-._~/").find(c) != std::string_view::npos;
    if (plain)
      out += c;
    else
      out.append("%").append({kHex[byte >> 4], kHex[byte & 15]});
  }
  return out;
}

}  // namespace modgraph
