#include "engine/findings/suggested_fix.h"

#include <utility>

#include "engine/analysis/build/build_difference.h"
#include "engine/base/line_diff.h"
#include "engine/base/shell_word.h"
#include "engine/model/manifest.h"

namespace modgraph {
namespace {

std::string shown(const UsedVersion& used) {
  std::string out = used.version;
  if (!used.replaced_by) return out;
  out += " => " + used.replaced_by->path;
  if (!used.replaced_by->version.empty())
    out += " " + used.replaced_by->version;
  return out;
}

std::string joined(const std::vector<std::string_view>& lines, std::size_t from,
                   std::size_t count) {
  std::string out;
  for (std::size_t i = from; i < from + count; ++i) out += lines[i];
  return out;
}

}  // namespace

BuildEffect effect_of(const BuildDifference& difference) {
  BuildEffect out;
  for (const ModuleChange& c : difference.modules) {
    if (!c.before)
      out.added.push_back(c.path + "@" + shown(*c.after));
    else if (!c.after)
      out.removed.push_back(c.path + "@" + shown(*c.before));
    else
      out.changed.push_back({c.path, shown(*c.before), shown(*c.after)});
  }
  return out;
}

std::vector<std::string> commands_of(std::span<const MainEdit> edits,
                                     std::span<const Manifest> manifests) {
  std::vector<std::string> out;
  for (std::size_t module = 0; module < manifests.size(); ++module) {
    std::string command;
    for (const MainEdit& edit : edits)
      if (edit.module == module)
        command += " " + shell_word(flag_of(edit.edit));
    if (command.empty()) continue;
    const std::string& file = manifests[module].file;
    out.push_back("go mod edit" + command +
                  (file == "go.mod" ? "" : " " + shell_word(file)));
  }
  return out;
}

std::vector<LineChange> changed_lines(std::span<const EditedFile> files) {
  std::vector<LineChange> out;
  for (const EditedFile& f : files) {
    const auto before = lines_of(f.before);
    const auto after = lines_of(f.after);
    for (const LineHunk& h : line_diff(before, after))
      out.push_back({f.file, h.at + 1, joined(before, h.at, h.removed),
                     joined(after, h.to, h.added)});
  }
  return out;
}

}  // namespace modgraph
