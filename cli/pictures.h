#pragma once

// Pictures as files: which formats there are, and what the options of the
// command line mean for them.

#include <functional>
#include <string_view>

#include "cli/options.h"
#include "engine/base/result.h"
#include "engine/report/picture.h"
#include "engine/report/report.h"
#include "engine/report/views/view_limits.h"
#include "exporters/text/sink.h"

namespace modgraph {

/// What writes a picture in a format; null when it is no format of pictures.
using WritePicture = void (*)(const Picture& picture, Sink& out);
WritePicture find_picture_format(std::string_view name);

/// The options for a picture in a format: Mermaid's are smaller, unless
/// somebody said how large.
PictureOptions options_for(std::string_view format, PictureOptions options);

/// What `draw` makes; where the options ask for a page, of as many boxes as fit.
Result<Picture> fitting(
    const PictureOptions& asked,
    const std::function<Result<Picture>(const PictureOptions&)>& draw);

/// Whether pictures mark the longest chain: if asked, or where the build was
/// timed.
bool shows_chain(const Report& report, const PictureOptions& asked);

ViewLimits limits_of(const PictureOptions& options);

/// With the links that the options ask for. Requires options that were checked.
Picture linked(Picture picture, const PictureOptions& options);

/// The part of a report that the options ask for. Fails (kUsage) when a module
/// or a finding is not there.
Result<Picture> picture_of(const Report& report, const PictureOptions& options);

}  // namespace modgraph
