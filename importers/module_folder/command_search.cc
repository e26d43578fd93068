#include "importers/module_folder/command_search.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <system_error>
#include <vector>

#include "engine/base/file_path.h"
#include "engine/base/unicode.h"
#include "importers/module_cache/regular_file.h"

namespace modgraph {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxEntries = 4096;  // of a folder
constexpr std::uint64_t kMaxSourceBytes = std::uint64_t{1} << 20;

struct Listing {
  std::vector<std::string> folders, sources;  // ascending
};

bool is_passed_over(std::string_view name) {
  return name.starts_with('.') || name.starts_with('_') || name == "testdata" ||
         name == "vendor";
}

Listing listing_of(const std::string& folder) {
  Listing out;
  std::error_code error;
  fs::directory_iterator entry(folder, error);
  for (std::size_t n = 0;
       !error && n < kMaxEntries && entry != fs::directory_iterator(); ++n) {
    const std::string name = entry->path().filename();
    std::error_code ignored;
    if (!is_passed_over(name)) {
      if (entry->is_directory(ignored))
        out.folders.push_back(name);
      else if (name.ends_with(".go") && !name.ends_with("_test.go"))
        out.sources.push_back(name);
    }
    entry.increment(error);
  }
  std::sort(out.folders.begin(), out.folders.end());
  std::sort(out.sources.begin(), out.sources.end());
  return out;
}

bool has_command(const std::string& folder, const Listing& listing) {
  return std::any_of(listing.sources.begin(), listing.sources.end(),
                     [&](const std::string& name) {
                       const auto text = read_regular_file(
                           join_path(folder, name), kMaxSourceBytes);
                       return text && is_command_source(*text);
                     });
}

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

std::optional<std::string> find_command(const std::string& folder) {
  const Listing top = listing_of(folder);
  if (has_command(folder, top)) return ".";
  std::vector<std::string> places = top.folders;
  if (std::binary_search(places.begin(), places.end(), "cmd"))
    for (const std::string& name : listing_of(join_path(folder, "cmd")).folders)
      places.push_back("cmd/" + name);
  for (const std::string& place : places) {
    const std::string below = join_path(folder, place);
    if (is_regular_file(join_path(below, "go.mod"))) continue;
    if (has_command(below, listing_of(below))) return place;
  }
  return std::nullopt;
}

}  // namespace modgraph
