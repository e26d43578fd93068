#pragma once

// The options of pictures, which several commands share.

#include "cli/flags/flags.h"
#include "cli/options.h"

namespace modgraph {

/// --max-nodes and --link-template: what every picture takes. Parsing fails
/// with a template that is none.
void add_picture_flags(Flags& flags, PictureOptions& options);

/// --focus, --depth, --reverse, --collapse and --all-versions: a part of the
/// graph. Parsing fails with options that contradict each other.
void add_part_flags(Flags& flags, PictureOptions& options);

}  // namespace modgraph
