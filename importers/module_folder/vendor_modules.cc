#include "importers/module_folder/vendor_modules.h"

#include <fmt/core.h>

#include <array>
#include <limits>
#include <map>
#include <utility>

#include "engine/base/file_path.h"
#include "engine/base/unicode.h"
#include "engine/model/module_path.h"
#include "engine/model/version.h"

namespace modgraph {
namespace {

constexpr std::uint64_t kMaxVendorBytes = std::uint64_t{64} << 20;

// The go command looks for the mark of a workspace in this much of the file.
constexpr std::size_t kMarkWithin = 512;

constexpr std::size_t kNoModule = std::numeric_limits<std::size_t>::max();

// The text before the first `separator`, which is removed from `text` with the
// separator.
std::string_view cut(std::string_view& text, char separator) {
  const std::size_t end = std::min(text.find(separator), text.size());
  const std::string_view out = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return out;
}

// The first words of a line. No line that means something has more than six.
struct VendorWords {
  std::array<std::string_view, 7> word;
  std::size_t count = 0;
};

VendorWords words_of(std::string_view line) {
  VendorWords out;
  line = trim_space(line);
  while (!line.empty() && out.count < out.word.size()) {
    const std::string_view word = first_word(line);
    out.word[out.count++] = word;
    line = trim_space(line.substr(word.size()));
  }
  return out;
}

bool has_workspace_mark(std::string_view text) {
  text = text.substr(0, kMarkWithin);
  std::string_view line = cut(text, '\n');
  if (!line.starts_with("## ")) return false;
  line.remove_prefix(3);
  while (!line.empty())
    if (trim_space(cut(line, ';')) == "workspace") return true;
  return false;
}

class VendorReader {
 public:
  VendoredModules read(std::string_view text) {
    out_.for_workspace = has_workspace_mark(text);
    while (!text.empty()) {
      ++line_;
      const std::string_view line = cut(text, '\n');
      if (line.starts_with("# "))
        read_module(words_of(line));
      else if (current_ == kNoModule)
        continue;  // it would belong to a module
      else if (line.starts_with("## "))
        read_annotations(line.substr(3));
      else
        read_package(words_of(line));
    }
    return std::move(out_);
  }

 private:
  // "# path version", followed by " => path version" or with it instead of the
  // version. Too few words change nothing; anything else ends the module
  // before.
  void read_module(const VendorWords& w) {
    if (w.count < 3) return;
    const bool has_version = is_semver(w.word[2]);
    current_ = kNoModule;
    if (!has_version && w.word[2] != "=>") return;
    current_ = module({std::string(w.word[1]),
                       has_version ? std::string(w.word[2]) : std::string()});
    const std::size_t arrow = has_version ? 3 : 2;
    if (w.count >= arrow + 2 && w.word[arrow] == "=>")
      read_replacement(w, arrow + 1);
  }

  void read_replacement(const VendorWords& w, std::size_t at) {
    const bool is_folder = w.count == at + 1;
    const bool is_version = w.count == at + 2 && is_semver(w.word[at + 1]);
    if (!is_folder && !is_version) return;
    ModuleVersion by{std::string(w.word[at]), {}};
    if (is_version) by.version = w.word[at + 1];
    out_.modules[current_].replacement = std::move(by);
    out_.replaced.push_back(current_);
  }

  void read_annotations(std::string_view text) {
    VendoredModule& m = out_.modules[current_];
    while (!text.empty()) {
      const std::string_view entry = trim_space(cut(text, ';'));
      if (entry == "explicit") m.is_explicit = true;
      if (!entry.starts_with("go ")) continue;
      m.go_version = entry.substr(3);
      if (compare_go_versions(m.go_version, m.newest_go) > 0)
        m.newest_go = m.go_version;
    }
  }

  // A module that a package comes from is in the build, and its version is the
  // selected one.
  void read_package(const VendorWords& w) {
    if (w.count != 1 || check_import_path(w.word[0])) return;
    VendoredModule& m = out_.modules[current_];
    m.packages.emplace_back(w.word[0]);
    const auto [known, is_new] = supplier_.emplace(m.module.path, current_);
    const std::string& before = out_.modules[known->second].module.version;
    // Here "" does not mean a main module: it is as low as any invalid version.
    const bool is_higher = module_kind(m.module.path) == ModuleKind::kModule &&
                           compare_semver(before, m.module.version) < 0;
    if (!is_new && !is_higher) return;
    known->second = current_;
    out_.suppliers.push_back(current_);
  }

  std::size_t module(ModuleVersion name) {
    const auto [at, is_new] = place_.emplace(name, out_.modules.size());
    if (is_new) {
      VendoredModule& m = out_.modules.emplace_back();
      m.module = std::move(name);
      m.line = line_;
    }
    return at->second;
  }

  VendoredModules out_;
  int line_ = 0;
  std::size_t current_ = kNoModule;
  std::map<ModuleVersion, std::size_t> place_;
  std::map<std::string, std::size_t> supplier_;  // by path, the highest
};

}  // namespace

VendoredModules parse_vendor_modules(std::string_view text) {
  return VendorReader().read(text);
}

Result<VendoredModules> read_vendor_modules(const FileTree& tree,
                                            const std::string& folder) {
  const std::string file = join_path(folder, "vendor/modules.txt");
  const auto text = tree.read(file, kMaxVendorBytes);
  if (text) return parse_vendor_modules(*text);
  if (text.error().missing) return VendoredModules();
  return fail(
      io_error(fmt::format("cannot read {}: {}", file, text.error().reason)));
}

bool has_vendor_folder(const FileTree& tree, const std::string& folder) {
  return tree.is_folder(join_path(folder, "vendor"));
}

}  // namespace modgraph
