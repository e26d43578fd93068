#include "importers/module_folder/command_search.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "engine/base/file_path.h"
#include "engine/base/unicode.h"
#include "importers/module_cache/folder_listing.h"
#include "importers/module_cache/regular_file.h"

namespace modgraph {
namespace {

constexpr std::size_t kMaxEntries = 100'000;  // of a folder
constexpr std::uint64_t kMaxSourceBytes = std::uint64_t{1} << 20;

struct Listing {
  std::vector<std::string> folders, sources;  // ascending
};

bool is_passed_over(std::string_view name) {
  return name.starts_with('.') || name.starts_with('_') || name == "testdata" ||
         name == "vendor";
}

// Looks in one folder after the other, and remembers what it could not see.
class CommandSearcher {
 public:
  explicit CommandSearcher(const std::string& folder) : folder_(folder) {}

  CommandSearch search() {
    CommandSearch out;
    out.command = first_command();
    if (!out.command) out.unread = std::move(unread_);
    return out;
  }

 private:
  std::optional<std::string> first_command() {
    const Listing top = listing_of(".");
    if (has_command(".", top)) return ".";
    std::vector<std::string> places = top.folders;
    if (std::binary_search(places.begin(), places.end(), "cmd"))
      for (const std::string& name : listing_of("cmd").folders)
        places.push_back("cmd/" + name);
    for (const std::string& place : places) {
      if (is_regular_file(join_path(folder_, place + "/go.mod"))) continue;
      if (has_command(place, listing_of(place))) return place;
    }
    return std::nullopt;
  }

  Listing listing_of(const std::string& place) {
    Listing out;
    const auto entries = list_folder(join_path(folder_, place), kMaxEntries);
    if (!entries) {
      cannot_read(place, entries.error());
      return out;
    }
    for (const FolderEntry& entry : *entries) {
      const std::string& name = entry.name;
      if (is_passed_over(name)) continue;
      if (entry.is_folder)
        out.folders.push_back(name);
      else if (name.ends_with(".go") && !name.ends_with("_test.go"))
        out.sources.push_back(name);
    }
    return out;
  }

  bool has_command(const std::string& place, const Listing& listing) {
    for (const std::string& name : listing.sources) {
      const std::string file = join_path(place, name);
      const auto text =
          read_regular_file(join_path(folder_, file), kMaxSourceBytes);
      if (text && is_command_source(*text)) return true;
      if (!text) cannot_read(file, text.error());
    }
    return false;
  }

  // A folder that is not there is no folder of a command.
  void cannot_read(const std::string& file, const ReadFault& fault) {
    if (!fault.missing) unread_.push_back(file + " (" + fault.reason + ")");
  }

  const std::string& folder_;
  std::vector<std::string> unread_;
};

}  // namespace

bool is_command_source(std::string_view text) {
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  while (!text.empty()) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return false;
    text.remove_prefix(begin);
    if (text.starts_with("/*")) {
      const std::size_t end = text.find("*/", 2);
      if (end == std::string_view::npos) return false;
      text.remove_prefix(end + 2);
      continue;
    }
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (!line.starts_with("//")) {
      line = trim_space(line.substr(0, std::min(line.find("//"), line.size())));
      if (!line.starts_with("package")) return false;
      const std::string_view name = trim_space(line.substr(7));
      return name.size() < line.size() - 7 &&
             (name == "main" || name.starts_with("main;"));
    }
    if (line.starts_with("//go:build") &&
        trim_space(line.substr(10)) == "ignore")
      return false;
    text.remove_prefix(end);
  }
  return false;
}

CommandSearch find_command(const std::string& folder) {
  return CommandSearcher(folder).search();
}

}  // namespace modgraph
