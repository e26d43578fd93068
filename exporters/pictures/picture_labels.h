#pragma once

// What SVG, DOT and Mermaid say about the same picture: labels, classes and the
// legend.

#include <string>
#include <string_view>
#include <vector>

#include "engine/report/picture.h"

namespace modgraph {

/// A name that fits into a box: at most `most` code points, the middle of a
/// longer one replaced by an ellipsis.
std::string shortened(std::string_view name, std::size_t most);

/// A path of at most `most` code points: whole elements in its middle give way
/// to an ellipsis; where that is not enough, or there are none, shortened().
std::string shortened_path(std::string_view path, std::size_t most);

/// A name as the one or two lines that a box shows: broken after a separator,
/// unprintable characters made visible, too long ones without elements of their
/// middle. Names up to `one_line` code points stay on one line.
std::vector<std::string> name_lines(std::string_view name,
                                    std::size_t one_line = 26);

/// The line below the name: the selected version (of pseudo-versions the date
/// and the first digits of the revision), with what replaces it after an
/// arrow; "main module"; "" for groups.
std::string version_line(const PictureBox& box);

/// "1, 4": the numbers of the findings about a box; of many the first and an
/// ellipsis.
std::string finding_numbers(const PictureBox& box);

/// "[! 1, 4]", "[x]": the mark of a box as text.
std::string mark_words(const PictureBox& box);

/// "1: MG2003 ...": the findings of a picture, a line each, and how many more.
std::vector<std::string> finding_list(const Picture& picture);

/// What a change of a module is called: as a class, as a sign beside the name,
/// and in the legend. Empty for kNone.
struct ChangeWords {
  std::string_view name;
  std::string_view sign;
  std::string_view meaning;
};
ChangeWords words_of(BoxChange change);

/// What a line says beside it: "v1.2.0 \u2192 v1.5.0", versions shown as in
/// boxes, of several changes the first and how many more; or its label.
std::string change_words(const PictureLine& line);

/// "Not drawn: 345 modules; 1203 requirements."; "" when all is drawn.
std::string hidden_line(const Picture& picture);

/// The classes of a box and of a line, separated by blanks: main, direct,
/// indirect, module, group, selected, unselected, question, added, removed,
/// raised, lowered, swapped, cycle, critical; hidden-way, cycle, closing,
/// critical, forcing, decides, goes.
std::string classes_of(const PictureBox& box);
std::string classes_of(const PictureLine& line);

/// One kind of sign that a picture may have, and what it looks like.
struct LegendEntry {
  enum class Sign : unsigned char {
    kBox,
    kLine,
    kBadge,
    kMark,
    kNumbers,
    kReplaced,
    kChange,
  };
  Sign sign = Sign::kBox;
  std::string_view classes;  // in SVG; the name of a mark or a change
  std::string_view meaning;
  // In words or as a sign, for legends that are text.
  std::string_view in_dot;
  std::string_view in_mermaid;
};

/// Only what occurs, in a fixed order.
std::vector<LegendEntry> legend_of(const Picture& picture);

}  // namespace modgraph
