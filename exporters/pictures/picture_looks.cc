#include "exporters/pictures/picture_looks.h"

#include <fmt/core.h>

#include <array>

namespace modgraph {
namespace {

constexpr std::string_view kGreen = "#009E73";
constexpr std::string_view kAmber = "#E69F00";
constexpr std::string_view kRed = "#b3261e";
constexpr std::string_view kLightRed = "#ff8f87";
constexpr std::string_view kVermilion = "#D55E00";
constexpr std::string_view kBlue = "#0072B2";
constexpr std::string_view kLightBlue = "#56B4E9";

constexpr std::array kBoxLooks = {
    BoxLook{"indirect", "", "", 0, "4 3", "", false},
    BoxLook{"cycle", kVermilion, "", 1.6, "", "", false},
    BoxLook{"critical", kBlue, kLightBlue, 2.4, "", "", false},
    BoxLook{"selected", kGreen, "", 2.2, "", "", false},
    BoxLook{"unselected", kPlainLine, "#8b949e", 0, "1.5 2.5", "", false},
    BoxLook{"added", kGreen, "", 2.2, "", "", false},
    BoxLook{"removed", kRed, kLightRed, 1.8, "", "", true},
    BoxLook{"raised", kAmber, "", 2.2, "", "", false},
    BoxLook{"lowered", kAmber, "", 2.2, "", "", false},
    BoxLook{"swapped", kAmber, "", 2.2, "", "", false},
    BoxLook{"question", "", "", 3.2, "", "", false},
};

// In the order in which they decide a single colour.
constexpr std::array kLineLooks = {
    LineLook{"forcing", kAmber, "", 2, ""},
    LineLook{"cycle", kVermilion, "", 1.6, ""},
    LineLook{"critical", kBlue, kLightBlue, 3, ""},
    LineLook{"decides", kGreen, "", 2.4, ""},
    LineLook{"goes", kRed, kLightRed, 1.4, "8 3 1.5 3"},
    LineLook{"closing", "", "", 2, "1.6 3.2"},
    LineLook{"hidden-way", "", "", 0, "9 4"},
};

std::string declarations(std::string_view colour, double width,
                         std::string_view dashes) {
  std::string out;
  if (!colour.empty()) out += fmt::format("stroke: {}; ", colour);
  if (width > 0) out += fmt::format("stroke-width: {}; ", width);
  if (!dashes.empty()) out += fmt::format("stroke-dasharray: {}; ", dashes);
  return out;
}

}  // namespace

std::span<const BoxLook> box_looks() { return kBoxLooks; }
std::span<const LineLook> line_looks() { return kLineLooks; }

bool has_class(std::string_view classes, std::string_view name) {
  for (std::size_t at = 0; at < classes.size();) {
    const std::size_t blank = std::min(classes.find(' ', at), classes.size());
    if (classes.substr(at, blank - at) == name) return true;
    at = blank + 1;
  }
  return false;
}

std::string look_rules(Ground ground) {
  const bool dark = ground == Ground::kDark;
  std::string out;
  const auto rule = [&](const std::string& who, const std::string& what) {
    if (!what.empty()) out += fmt::format("{} {{ {}}}\n", who, what);
  };
  for (const BoxLook& look : kBoxLooks) {
    const std::string box = fmt::format(".{} .box", look.name);
    if (dark) {
      rule(box,
           declarations(look.dark.empty() ? look.colour : look.dark, 0, ""));
      continue;
    }
    rule(box, declarations(look.colour, look.width, look.dashes));
    if (look.struck)
      rule(fmt::format(".{} .name", look.name),
           "text-decoration: line-through; ");
  }
  // Of several classes the first one decides: it comes last in a style sheet.
  for (auto look = kLineLooks.rbegin(); look != kLineLooks.rend(); ++look) {
    const std::string_view colour =
        dark && !look->dark.empty() ? look->dark : look->colour;
    rule(fmt::format(".line.{}", look->name),
         dark ? declarations(colour, 0, "")
              : declarations(colour, look->width, look->dashes));
    if (!colour.empty())
      rule(fmt::format(".tip.{}", look->name),
           fmt::format("fill: {}; ", colour));
  }
  return out;
}

}  // namespace modgraph
