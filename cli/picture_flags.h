#pragma once

// The options of pictures, which several commands share.

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/base/result.h"
#include "engine/report/picture.h"
#include "engine/report/report.h"
#include "engine/report/views/view_limits.h"
#include "exporters/sink.h"

namespace CLI {  // NOLINT(readability-identifier-naming): theirs
class App;
}

namespace modgraph {

/// As written on the command line.
struct PictureWords {
  std::uint64_t max_nodes = 60;  // 0: everything
  std::string focus;             // a module, or MODULE@VERSION
  std::uint32_t depth = 0;       // 0: any
  bool reverse = false;
  std::string collapse;  // org, repo or scc
  bool reduce = false;
  bool all_versions = false;
  std::string finding;  // RULE, RULE:MODULE or a fingerprint
  std::string link_template;
};

/// --max-nodes and --link-template: what every picture takes.
void add_picture_flags(CLI::App& command, PictureWords& words);

/// --focus, --depth, --reverse, --collapse and --all-versions.
void add_part_flags(CLI::App& command, PictureWords& words);

/// --reduce and --finding, of analyze.
void add_report_picture_flags(CLI::App& command, PictureWords& words);

/// What writes a picture in a format; null when it is no format of pictures.
using WritePicture = void (*)(const Picture& picture, Sink& out);
WritePicture find_picture_format(std::string_view name);

/// The words for a picture in a format: Mermaid's are smaller, unless somebody
/// said how large.
PictureWords words_for(std::string_view format, PictureWords words);

/// Fails (kUsage) with words that contradict each other, or with a template
/// that is none.
Result<void> check_picture_words(const PictureWords& words);

/// The part of a report that the words ask for. Fails (kUsage) when a module or
/// a finding is not there.
Result<Picture> picture_of(const Report& report, const PictureWords& words);

ViewLimits limits_of(const PictureWords& words);

/// With the links that the words ask for. Requires words that were checked.
Picture linked(Picture picture, const PictureWords& words);

}  // namespace modgraph
