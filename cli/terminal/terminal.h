#pragma once

// What the terminal allows: colour or not.

#include <cstdint>
#include <string_view>

namespace modgraph {

/// The value of --color.
enum class ColourChoice : std::uint8_t { kAuto, kAlways, kNever };

/// Whether to colour what goes to a file descriptor: the choice if it was made,
/// else NO_COLOR, then CLICOLOR_FORCE, then whether it is a terminal that can.
bool wants_colour(int descriptor, ColourChoice choice);

}  // namespace modgraph
