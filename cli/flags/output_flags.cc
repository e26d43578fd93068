#include "cli/flags/output_flags.h"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <utility>

#include "cli/terminal/output_file.h"
#include "engine/base/memory_error.h"
#include "engine/base/printable.h"

namespace modgraph {
namespace {

std::string joined(const std::vector<std::string_view>& names) {
  std::string out;
  for (const std::string_view name : names)
    out += fmt::format("{}{}", out.empty() ? "" : ", ", name);
  return out;
}

Result<OutputOption> parse_output(const std::string& text,
                                  const std::vector<std::string_view>& known) {
  const std::size_t colon = text.find(':');
  OutputOption out{text.substr(0, colon), {}};
  if (std::find(known.begin(), known.end(), out.format) == known.end())
    return fail(usage_error(
        out.format.empty()
            ? "no format is named"
            : fmt::format("unknown format '{}'", printable(out.format)),
        did_you_mean(out.format, known, "formats are " + joined(known))));
  if (colon == std::string::npos) return out;
  out.path = text.substr(colon + 1);
  if (out.path.empty())
    return fail(usage_error(fmt::format("no path after '{}'", text),
                            "write FORMAT or FORMAT:PATH"));
  if (out.path == "-") out.path.clear();
  return out;
}

// Whether both are the same file, now or once they are written.
bool same_file(const std::string& a, const std::string& b) {
  namespace fs = std::filesystem;
  std::error_code failed;
  const bool regular = fs::is_regular_file(a, failed);
  if (fs::exists(a, failed) && !regular) return false;  // a device, a pipe
  if (regular) return fs::equivalent(a, b, failed);
  const auto whole = [&](const std::string& path) {
    const fs::path absolute =
        fs::absolute(written_file(path).value_or(path), failed);
    throw_if_out_of_memory(failed);
    fs::path out = fs::weakly_canonical(absolute, failed);
    throw_if_out_of_memory(failed);
    return out;
  };
  return whole(a) == whole(b);
}

const OutputOption* named_twice(const std::vector<OutputOption>& outputs) {
  for (std::size_t i = 0; i < outputs.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (!outputs[i].path.empty() && !outputs[j].path.empty() &&
          same_file(outputs[i].path, outputs[j].path))
        return &outputs[i];
  return nullptr;
}

}  // namespace

std::vector<std::string_view> document_formats() {
  return {"text", "json", "csv", "markdown", "html"};
}

std::vector<std::string_view> picture_formats() {
  return {"svg", "dot", "mermaid"};
}

std::vector<std::string_view> document_and_picture_formats() {
  std::vector<std::string_view> out = document_formats();
  for (const std::string_view name : picture_formats()) out.push_back(name);
  return out;
}

void add_outputs(Flags& flags, std::vector<std::string_view> formats,
                 std::vector<OutputOption>& outputs) {
  flags.group("Output");
  const auto json = std::make_shared<bool>(false);
  const std::string help = fmt::format(
      "{}, to PATH or standard output; repeatable", joined(formats));
  const bool has_json =
      std::find(formats.begin(), formats.end(), "json") != formats.end();
  const std::string first(formats.front());
  flags.each(
      "-f,--format", "FORMAT[:PATH]",
      [&outputs,
       formats = std::move(formats)](const std::string& text) -> Result<void> {
        auto one = parse_output(text, formats);
        if (!one) return fail(std::move(one.error()));
        outputs.push_back(std::move(*one));
        return {};
      },
      help);
  if (has_json) flags.flag("--json", *json, "The same as -f json");
  flags.check([&outputs, json, first]() -> Result<void> {
    if (*json) outputs.push_back({"json", {}});
    if (outputs.empty()) outputs.push_back({first, {}});
    if (std::count_if(outputs.begin(), outputs.end(),
                      [](const auto& o) { return o.path.empty(); }) > 1)
      return fail(usage_error("two formats would go to standard output",
                              "give all but one a file: -f FORMAT:PATH"));
    if (const OutputOption* twice = named_twice(outputs))
      return fail(usage_error(
          fmt::format("two formats would go to {}", printable(twice->path)),
          "give each a file of its own: -f FORMAT:PATH"));
    // Last, so that a reader who has enough does not keep files from being
    // written.
    std::stable_partition(outputs.begin(), outputs.end(),
                          [](const auto& o) { return !o.path.empty(); });
    return {};
  });
}

}  // namespace modgraph
