#pragma once

// The options that say where an answer goes and in which format: the same on
// every command.

#include <string>
#include <string_view>
#include <vector>

#include "cli/flags/flags.h"
#include "cli/options.h"

namespace modgraph {

/// What every document can be written as.
std::vector<std::string_view> document_formats();
/// And, where there is a picture of it: svg, dot and mermaid.
std::vector<std::string_view> picture_formats();
/// Both.
std::vector<std::string_view> document_and_picture_formats();

/// -f FORMAT[:PATH], repeatable, and --json, which is -f json. `formats` are
/// literals; the first of them is the default and goes to standard output, which
/// comes last in `outputs`.
/// Parsing fails on a format that is none of them, on a path that is missing,
/// and when two formats would share standard output.
void add_outputs(Flags& flags, std::vector<std::string_view> formats,
                 std::vector<OutputOption>& outputs);

}  // namespace modgraph
