#include "exporters/findings/suggested_fixes.h"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <vector>

#include "engine/base/line_diff.h"
#include "engine/base/printable.h"
#include "engine/base/shell_word.h"

namespace modgraph {
namespace {

constexpr std::size_t kContext = 3;  // unchanged lines around a change

// Hunks that share context lines are one.
std::vector<std::vector<LineHunk>> grouped(const std::vector<LineHunk>& hunks) {
  std::vector<std::vector<LineHunk>> out;
  for (const LineHunk& h : hunks) {
    const bool near =
        !out.empty() &&
        h.at <= out.back().back().at + out.back().back().removed + 2 * kContext;
    if (!near) out.emplace_back();
    out.back().push_back(h);
  }
  return out;
}

void put_line(Sink& out, char sign, std::string_view line) {
  out.put(sign);
  out.put(line);
  if (line.empty() || line.back() != '\n')
    out.put("\n\\ No newline at end of file\n");
}

// "12,3": the first line from 1; of no lines, the one before them.
std::string range(std::size_t first, std::size_t count) {
  const std::size_t line = count == 0 ? first : first + 1;
  return count == 1 ? fmt::format("{}", line)
                    : fmt::format("{},{}", line, count);
}

void put_group(Sink& out, const std::vector<LineHunk>& group,
               const std::vector<std::string_view>& before,
               const std::vector<std::string_view>& after) {
  const LineHunk& first = group.front();
  const LineHunk& last = group.back();
  const std::size_t lead = std::min(kContext, first.at);
  const std::size_t end =
      std::min(last.at + last.removed + kContext, before.size());
  const std::size_t tail = end - (last.at + last.removed);
  const std::size_t from = first.at - lead, to = first.to - lead;
  out.put(fmt::format("@@ -{} +{} @@\n", range(from, end - from),
                      range(to, last.to + last.added + tail - to)));
  std::size_t at = from;
  for (const LineHunk& h : group) {
    for (; at < h.at; ++at) put_line(out, ' ', before[at]);
    for (; at < h.at + h.removed; ++at) put_line(out, '-', before[at]);
    for (std::size_t i = 0; i < h.added; ++i)
      put_line(out, '+', after[h.to + i]);
  }
  for (; at < end; ++at) put_line(out, ' ', before[at]);
}

// As git quotes names in headers: nothing in one may end the line.
std::string header_name(std::string_view prefix, std::string_view file) {
  std::string name = std::string(prefix) + std::string(file);
  const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
    const auto u = static_cast<unsigned char>(c);
    return u >= 0x20 && u < 0x7f && c != '"' && c != '\\';
  });
  if (plain) return name;
  std::string out = "\"";
  for (const char c : name) {
    const auto u = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\')
      out += std::string("\\") + c;
    else if (u < 0x20 || u >= 0x7f)
      out += fmt::format("\\{:03o}", u);
    else
      out += c;
  }
  return out + "\"";
}

std::string patch_of(std::span<const EditedFile> files) {
  Sink out;
  for (const EditedFile& f : files) {
    const auto before = lines_of(f.before);
    const auto after = lines_of(f.after);
    const auto groups = grouped(line_diff(before, after));
    if (groups.empty()) continue;
    out.put(fmt::format("--- {}\n+++ {}\n", header_name("a/", f.file),
                        header_name("b/", f.file)));
    for (const auto& group : groups) put_group(out, group, before, after);
  }
  return std::move(out).take_text();
}

// Whether a terminal or a log would obey something of this line, its end and
// its tabs aside.
bool is_obeyed(std::string_view line) {
  if (line.ends_with('\n')) line.remove_suffix(1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  std::string text(line);
  std::replace(text.begin(), text.end(), '\t', ' ');
  return printable(text) != text;
}

// A file's name may hold what a terminal or a log would obey: such a command is
// not written, and the script says so when it runs.
std::string script_line(const std::string& command) {
  const std::string shown = printable(command);
  if (shown == command) return command + "\n";
  return fmt::format(
      "echo {} >&2\n",
      shell_word("not done, a name in it cannot be shown: " + shown));
}

bool contains(const std::vector<std::string>& lines, const std::string& one) {
  return std::find(lines.begin(), lines.end(), one) != lines.end();
}

}  // namespace

std::string effect_text(const BuildEffect& effect) {
  if (effect.none()) return "the build list stays the same";
  return fmt::format("{} added, {} removed, {} changed", effect.added.size(),
                     effect.removed.size(), effect.changed.size());
}

void write_patch(std::span<const EditedFile> files, Sink& out) {
  const std::string patch = patch_of(files);
  const auto lines = lines_of(patch);
  const auto obeyed = std::find_if(lines.begin(), lines.end(), is_obeyed);
  if (obeyed == lines.end()) {
    out.put(patch);
    return;
  }
  out.put("there is no patch: a line of it cannot be shown\n  ");
  out.put(printable(obeyed->substr(0, obeyed->find_first_of("\r\n"))));
  out.put("\n-f script and --apply make the same edits\n");
}

void write_script(std::span<const SuggestedFix> fixes, Sink& out) {
  std::vector<std::string> then;  // once, behind all edits
  out.put("#!/bin/sh\nset -eu\n");
  for (const SuggestedFix& s : fixes) {
    out.put(
        fmt::format("\n# {}: {}\n", printable(s.title), effect_text(s.effect)));
    for (const std::string& also : s.side_effects)
      out.put(fmt::format("# note: {}\n", printable(also)));
    for (const std::string& command : s.commands)
      if (!contains(s.then, command)) out.put(script_line(command));
    for (const std::string& command : s.then)
      if (!contains(then, command)) then.push_back(command);
  }
  if (!then.empty()) out.put("\n");
  for (const std::string& command : then) out.put(script_line(command));
}

}  // namespace modgraph
