#pragma once

// Which findings does the author of a go.mod silence in its comments?

#include <string>
#include <vector>

#include "engine/model/manifest.h"
#include "engine/model/silence.h"

namespace modgraph {

/// A comment that is meant to silence and does not, and why.
struct BrokenSilence {
  Silence silence;  // as far as it could be read
  std::string why;  // "gives no reason"
};

/// A comment that was to keep the mark `// indirect` and does not, or repeats
/// it.
struct BrokenIndirect {
  const Requirement* requirement = nullptr;
  std::string comment;   // as it stands: "// indirect // see #12"
  std::string mended;    // "// indirect; see #12"
  bool repeats = false;  // `// indirect; indirect`: the line is indirect
};

struct SilenceComments {
  std::vector<Silence> silences;
  std::vector<BrokenSilence> broken;
  std::vector<BrokenIndirect> broken_indirect;
};

/// `// modgraph:ignore MG2002[,MG2003] -- REASON [until=YYYY-MM-DD]`, at the end
/// of a line or in the comment lines right above it; right above a block it is
/// about all of the block, above `module` about the file. The manifest must
/// outlive the answer. O(length).
SilenceComments silence_comments(const Manifest& manifest);

}  // namespace modgraph
