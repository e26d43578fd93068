#include "exporters/pictures/picture_labels.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "engine/base/printable.h"
#include "engine/base/utf8.h"
#include "engine/model/version.h"

namespace modgraph {
namespace {

// Code points: names up to the first stay on one line, no line is longer than
// the second.
constexpr std::size_t kOneLine = 26;  // the default of name_lines()
constexpr std::size_t kLongestLine = 30;
constexpr std::size_t kLongestLabel = 40;

// The first or last `count` code points.
std::string_view first_points(std::string_view text, std::size_t count) {
  std::size_t end = 0;
  for (; count > 0 && end < text.size(); --count)
    end += first_code_point(text.substr(end)).length;
  return text.substr(0, end);
}

// "v0.0.0-20240101120000-abcdef123456" as "2024-01-01 abcdef1".
std::string shown_version(std::string_view version) {
  if (!is_pseudo_version(version)) return shortened(version, 30);
  if (const auto plus = version.find('+'); plus != std::string_view::npos)
    version = version.substr(0, plus);
  const std::size_t dash = version.rfind('-');
  if (dash < 14) return shortened(version, 30);
  const std::string_view time = version.substr(dash - 14, 14);
  return fmt::format("{}-{}-{} {}", time.substr(0, 4), time.substr(4, 2),
                     time.substr(6, 2), version.substr(dash + 1, 7));
}

constexpr ChangeWords words_for(BoxChange change) {
  switch (change) {
    case BoxChange::kNone:
      return {};
    case BoxChange::kAdded:
      return {"added", "+", "added to the build"};
    case BoxChange::kRemoved:
      return {"removed", "\u2212", "removed from the build"};
    case BoxChange::kRaised:
      return {"raised", "\u2191", "higher version"};
    case BoxChange::kLowered:
      return {"lowered", "\u2193", "lower version"};
    case BoxChange::kReplaced:
      return {"swapped", "=", "replaced differently"};
  }
  return {};
}

// A kind of sign, and the boxes or the lines that have it.
struct SignRow {
  LegendEntry entry;
  bool (*box)(const PictureBox&) = nullptr;
  bool (*line)(const PictureLine&) = nullptr;
};

template <BoxKind kind>
bool is_of_kind(const PictureBox& box) {
  return box.kind == kind;
}

template <Level level>
bool is_marked(const PictureBox& box) {
  return box.mark == level && box.findings.empty();
}

template <Level level>
bool is_numbered(const PictureBox& box) {
  return box.mark == level && !box.findings.empty();
}

template <BoxChange change>
constexpr SignRow change_row() {
  const ChangeWords words = words_for(change);
  return {{LegendEntry::Sign::kChange, words.name, words.meaning, words.sign,
           words.sign},
          [](const PictureBox& box) { return box.change == change; }};
}

using Sign = LegendEntry::Sign;

// In the order of the legend.
constexpr std::array kSigns = {
    SignRow{{Sign::kBox, "main", "main module", "double border",
             "bars at both sides"},
            is_of_kind<BoxKind::kMain>},
    SignRow{{Sign::kBox, "direct", "required by go.mod", "solid border",
             "solid border"},
            is_of_kind<BoxKind::kDirect>},
    SignRow{
        {Sign::kBox, "indirect", "indirect", "dashed border", "dashed border"},
        is_of_kind<BoxKind::kIndirect>},
    SignRow{{Sign::kBox, "module", "module", "solid border", "solid border"},
            is_of_kind<BoxKind::kModule>},
    SignRow{{Sign::kBox, "group", "several modules", "pile", "round ends"},
            is_of_kind<BoxKind::kGroup>},
    SignRow{{Sign::kBox, "selected", "selected version", "green border",
             "thick green border"},
            is_of_kind<BoxKind::kSelected>},
    SignRow{{Sign::kBox, "unselected", "version not selected",
             "dotted grey border", "dotted border"},
            is_of_kind<BoxKind::kUnselected>},
    SignRow{{Sign::kBox, "module question", "what the picture is about",
             "heavy border", "thick border"},
            [](const PictureBox& box) { return box.in_question; }},
    SignRow{
        {Sign::kBox, "module cycle", "in a cycle", "red border", "red border"},
        [](const PictureBox& box) { return box.in_cycle; }},
    change_row<BoxChange::kAdded>(),
    change_row<BoxChange::kRemoved>(),
    change_row<BoxChange::kRaised>(),
    change_row<BoxChange::kLowered>(),
    change_row<BoxChange::kReplaced>(),
    SignRow{{Sign::kBadge, "", "n other versions are required", "\u00d7n",
             "\u00d7n"},
            [](const PictureBox& box) { return box.other_versions > 0; }},
    SignRow{{Sign::kReplaced, "", "replaced", "\u21d2", "\u21d2"},
            [](const PictureBox& box) { return !box.replaced_by.empty(); }},
    SignRow{{Sign::kMark, "error", "error", "[x]", "[x]"},
            is_marked<Level::kError>},
    SignRow{{Sign::kMark, "warning", "warning", "[!]", "[!]"},
            is_marked<Level::kWarning>},
    SignRow{{Sign::kNumbers, "error", "errors by number", "[x 1]", "[x 1]"},
            is_numbered<Level::kError>},
    SignRow{{Sign::kNumbers, "warning", "warnings by number", "[! 1]", "[! 1]"},
            is_numbered<Level::kWarning>},
    SignRow{{Sign::kLine, "", "requires", "grey line", "grey arrow"},
            nullptr,
            [](const PictureLine& line) {
              return classes_of(line).empty() && !line.at_most;
            }},
    SignRow{{Sign::kLine, "", "requires this version or a lower one",
             "grey line", "grey arrow"},
            nullptr,
            [](const PictureLine& line) {
              return classes_of(line).empty() && line.at_most;
            }},
    SignRow{{Sign::kLine, "hidden-way", "requires, through modules not shown",
             "dashed line", "dotted arrow"},
            nullptr,
            [](const PictureLine& line) { return line.through_hidden; }},
    SignRow{{Sign::kLine, "critical", "longest chain", "thick blue line",
             "thick blue arrow"},
            nullptr,
            [](const PictureLine& line) { return line.on_critical_path; }},
    SignRow{{Sign::kLine, "cycle", "on a cycle", "red line", "red arrow"},
            nullptr,
            [](const PictureLine& line) {
              return line.in_cycle && !line.closes_cycle;
            }},
    SignRow{{Sign::kLine, "cycle closing", "removing these breaks the cycle",
             "dotted red line", "dotted red arrow"},
            nullptr,
            [](const PictureLine& line) { return line.closes_cycle; }},
    SignRow{{Sign::kLine, "forcing", "raises the version that go.mod requires",
             "orange line", "orange arrow"},
            nullptr,
            [](const PictureLine& line) { return !line.forced.empty(); }},
    SignRow{{Sign::kLine, "decides", "requires the selected version",
             "thick green line", "green arrow"},
            nullptr,
            [](const PictureLine& line) { return line.decides; }},
    SignRow{
        {Sign::kLine, "goes", "removed requirement",
         "dashed thin line with a box at its end", "dotted line with a cross"},
        nullptr,
        [](const PictureLine& line) { return line.goes; }},
};

// Broken behind the separator where the longer of the two lines is shortest.
std::vector<std::string> two_lines(const std::string& text) {
  std::size_t split = 0;
  std::size_t least = text.size();
  for (std::size_t i = 1; i < text.size(); ++i)
    if (text[i - 1] == '/' || text[i - 1] == ' ')
      if (const std::size_t longer = std::max(i, text.size() - i);
          longer < least) {
        least = longer;
        split = i;
      }
  if (split == 0) return {text};
  return {text.substr(0, split), text.substr(split)};
}

}  // namespace

std::string shortened(std::string_view name, std::size_t most) {
  const std::size_t length = count_code_points(name);
  if (length <= most) return std::string(name);
  const std::string_view head = first_points(name, most / 2);
  const std::string_view skipped =
      first_points(name, length - (most - most / 2 - 1));
  return std::string(head) + "\u2026" +
         std::string(name.substr(skipped.size()));
}

std::string shortened_path(std::string_view path, std::size_t most) {
  if (count_code_points(path) <= most) return std::string(path);
  // The last elements tell modules apart, the first says where they are.
  const std::size_t head = path.find('/');
  if (head == std::string_view::npos) return shortened(path, most);
  std::string best;
  for (std::size_t at = path.rfind('/'); at > head && at != path.npos;
       at = at == 0 ? path.npos : path.rfind('/', at - 1)) {
    std::string whole = std::string(path.substr(0, head + 1)) + "\u2026" +
                        std::string(path.substr(at));
    if (count_code_points(whole) > most) break;
    best = std::move(whole);
  }
  return best.empty() ? shortened(path, most) : best;
}

std::vector<std::string> name_lines(std::string_view name,
                                    std::size_t one_line) {
  const std::size_t longest = std::max(kLongestLine, one_line);
  const std::string visible = printable(name);
  if (count_code_points(visible) <= one_line)
    return {visible.empty() ? "?" : visible};
  std::vector<std::string> lines = two_lines(visible);
  // Of a path elements give way first, as few as possible.
  const bool is_path = visible.find(' ') == std::string::npos;
  for (std::size_t most = 2 * longest; is_path && most > longest / 2;
       most -= 4) {
    if (std::ranges::all_of(lines, [&](const std::string& line) {
          return count_code_points(line) <= longest;
        }))
      break;
    lines = two_lines(shortened_path(visible, most));
  }
  for (std::string& line : lines) line = shortened(line, longest);
  return lines;
}

std::string version_line(const PictureBox& box) {
  if (box.kind == BoxKind::kMain && box.replaced_by.empty())
    return "main module";
  std::string out = shown_version(printable(box.version));
  if (!box.version_before.empty())
    out = shown_version(printable(box.version_before)) + " \u2192 " + out;
  if (box.replaced_by.empty()) return out;
  const std::size_t used = count_code_points(out) + 3;
  const std::size_t room = kOneLine > used + 10 ? kOneLine - used : 10;
  out += out.empty() ? "\u21d2 " : " \u21d2 ";
  return out + shortened(printable(box.replaced_by), room);
}

std::string finding_numbers(const PictureBox& box) {
  constexpr std::size_t kMost = 3;
  std::string out;
  for (std::size_t i = 0; i < std::min(box.findings.size(), kMost); ++i)
    out += fmt::format("{}{}", i == 0 ? "" : ", ", box.findings[i] + 1);
  return box.findings.size() > kMost ? out + "\u2026" : out;
}

std::string mark_words(const PictureBox& box) {
  if (!box.mark) return {};
  const std::string numbers = finding_numbers(box);
  return fmt::format("[{}{}{}]", *box.mark == Level::kError ? "x" : "!",
                     numbers.empty() ? "" : " ", numbers);
}

std::vector<std::string> finding_list(const Picture& picture) {
  constexpr std::size_t kMostPoints = 160;
  std::vector<std::string> out;
  for (std::size_t i = 0; i < picture.findings.size(); ++i)
    out.push_back(fmt::format(
        "{}: {}", i + 1, shortened(picture.findings[i].text, kMostPoints)));
  if (!out.empty() && picture.more_findings > 0)
    out.push_back(fmt::format("and {} more", picture.more_findings));
  return out;
}

ChangeWords words_of(BoxChange change) { return words_for(change); }

std::string change_words(const PictureLine& line) {
  if (line.forced.empty())
    return shortened(printable(line.label), kLongestLabel);
  const VersionChange& first = line.forced.front();
  std::string out = shown_version(printable(first.from)) + " \u2192 " +
                    shown_version(printable(first.to));
  if (line.forced.size() > 1)
    out += fmt::format(" and {} more", line.forced.size() - 1);
  return out;
}

std::string hidden_line(const Picture& picture) {
  std::string out;
  for (const Hidden& hidden : picture.hidden)
    out += fmt::format("{}{} {}", out.empty() ? "" : "; ", hidden.count,
                       hidden.what);
  return out.empty() ? out : "Not drawn: " + out + ".";
}

std::string classes_of(const PictureBox& box) {
  std::string out;
  switch (box.kind) {
    case BoxKind::kMain:
      out = "main";
      break;
    case BoxKind::kDirect:
      out = "direct";
      break;
    case BoxKind::kIndirect:
      out = "indirect";
      break;
    case BoxKind::kModule:
      out = "module";
      break;
    case BoxKind::kGroup:
      out = "group";
      break;
    case BoxKind::kSelected:
      out = "selected";
      break;
    case BoxKind::kUnselected:
      out = "unselected";
      break;
  }
  if (box.in_question) out += " question";
  if (const ChangeWords words = words_of(box.change); !words.name.empty())
    out += " " + std::string(words.name);
  if (box.in_cycle) out += " cycle";
  if (box.on_critical_path) out += " critical";
  return out;
}

std::string classes_of(const PictureLine& line) {
  std::string out;
  const auto add = [&](bool is, std::string_view name) {
    if (is) out += (out.empty() ? "" : " ") + std::string(name);
  };
  add(line.through_hidden, "hidden-way");
  add(line.in_cycle, "cycle");
  add(line.closes_cycle, "closing");
  add(line.on_critical_path, "critical");
  add(!line.forced.empty(), "forcing");
  add(line.decides, "decides");
  add(line.goes, "goes");
  return out;
}

std::vector<LegendEntry> legend_of(const Picture& picture) {
  std::vector<LegendEntry> out;
  for (const SignRow& row : kSigns)
    if (row.box != nullptr ? std::ranges::any_of(picture.boxes, row.box)
                           : std::ranges::any_of(picture.lines, row.line))
      out.push_back(row.entry);
  return out;
}

}  // namespace modgraph
