#pragma once

// A rule as people read it: `modgraph explain`, and its page in docs/rules.

#include <string>

#include "engine/findings/rules.h"

namespace modgraph {

/// Plain text of at most 76 columns, with a newline at the end.
std::string rule_text(const Rule& rule);

/// The same in Markdown.
std::string rule_page(const Rule& rule);

/// The table of all rules in Markdown, with a link to each page.
std::string rule_index();

}  // namespace modgraph
