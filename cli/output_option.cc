#include "cli/output_option.h"

#include <fmt/core.h>

#include <algorithm>
#include <vector>

#include "cli/command_words.h"

namespace modgraph {
namespace {

Error unknown_format(std::string_view name,
                     std::span<const std::string_view> formats) {
  std::string all;
  for (const std::string_view f : formats)
    all += fmt::format("{}{}", all.empty() ? "" : ", ", f);
  return usage_error(fmt::format("unknown format '{}'", name),
                     did_you_mean(name, {formats.begin(), formats.end()},
                                  fmt::format("formats are {}", all)));
}

}  // namespace

Result<OutputOption> parse_output(const std::string& text,
                                  std::span<const std::string_view> formats) {
  if (text.empty()) return OutputOption{std::string(formats.front()), {}};
  const std::size_t colon = text.find(':');
  OutputOption out{text.substr(0, colon), {}};
  if (std::ranges::find(formats, out.format) == formats.end())
    return fail(unknown_format(out.format, formats));
  if (colon == std::string::npos) return out;
  out.path = text.substr(colon + 1);
  if (out.path.empty())
    return fail(usage_error(fmt::format("no path after '{}'", text),
                            "write FORMAT or FORMAT:PATH"));
  if (out.path == "-") out.path.clear();
  return out;
}

}  // namespace modgraph
