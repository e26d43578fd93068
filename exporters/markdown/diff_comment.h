#pragma once

// What a pull request does to the build, as a comment on it.
// Tested by tests/exporters/markdown/diff_comment_test.cc.

#include <string>

#include "engine/report/answers/diff.h"
#include "exporters/markdown/markdown.h"
#include "exporters/text/sink.h"

namespace modgraph {

struct DiffCommentOptions {
  std::string id;  // of several comments on one pull request; "": the only one
  std::size_t budget = kCommentBytes;  // bytes that are never exceeded
};

/// GitHub Flavored Markdown: the marker by which a bot finds its own comment, a
/// verdict in one sentence, at most seven lines with the edits that carry most
/// and what was lowered, and new findings; folded, a row for each change with the edits behind
/// it, cut by whole rows; last, the command. Where nothing changes it is three
/// lines. Nothing that input says becomes markup.
void write_diff_comment(const DiffAnswer& answer,
                        const DiffCommentOptions& options, Sink& out);

}  // namespace modgraph
