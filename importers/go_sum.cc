#include "importers/go_sum.h"

#include <fmt/core.h>

#include <array>
#include <utility>

#include "engine/base/sha256.h"

namespace modgraph {
namespace {

constexpr std::string_view kSumOfEmptyGoMod =
    "h1:G7mAYYxgmS0lVkHyy2hEOLQCFB0DlQFTMLWggykrydY=";

constexpr std::size_t kMostErrors = 20;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f';
}

// The first three fields of a line, and how many there are in all.
struct Fields {
  std::array<std::string_view, 3> words;
  std::size_t count = 0;
};

Fields split(std::string_view line) {
  Fields out;
  std::size_t at = 0;
  while (true) {
    while (at < line.size() && is_space(line[at])) ++at;
    if (at == line.size()) return out;
    const std::size_t begin = at;
    while (at < line.size() && !is_space(line[at])) ++at;
    if (out.count < out.words.size())
      out.words[out.count] = line.substr(begin, at - begin);
    ++out.count;
  }
}

}  // namespace

Result<std::vector<GoSum>> parse_go_sum(std::string_view file,
                                        std::string_view text) {
  std::vector<GoSum> out;
  Errors errors;
  for (int line = 1; !text.empty(); ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view here = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const Fields fields = split(here);
    if (fields.count == 0) continue;
    if (fields.count != 3) {
      if (errors.size() < kMostErrors)
        errors.push_back({ErrorKind::kInput,
                          fmt::format("malformed go.sum: wrong number of "
                                      "fields {}",
                                      fields.count),
                          {std::string(file), line, 1},
                          std::string(here.substr(0, 200)),
                          "each line is: module version hash"});
      continue;
    }
    if (fields.words[2] == kSumOfEmptyGoMod) continue;
    out.push_back({std::string(fields.words[0]), std::string(fields.words[1]),
                   std::string(fields.words[2])});
  }
  if (!errors.empty()) return fail(std::move(errors));
  return out;
}

std::string go_mod_sum(std::string_view text) {
  // The context costs more than the hashing of a small file.
  thread_local Sha256 hash;
  hash.update(text);
  const std::string inner = hash.hex_digest() + "  go.mod\n";
  hash.update(inner);
  return "h1:" + hash.base64_digest();
}

std::optional<std::string> wrong_go_mod_sum(const GoSums& sums,
                                            const ModuleVersion& module,
                                            std::string_view sum) {
  // The first that decides counts, as for the go command.
  for (const GoSum& s : sums.of(module.path, module.version + "/go.mod")) {
    if (s.hash == sum) return std::nullopt;
    if (s.hash.starts_with("h1:"))
      return fmt::format(
          "verifying go.mod: checksum mismatch\n\tdownloaded: {}\n\tgo.sum:  "
          "   {}\n\nSECURITY ERROR\nThis file does not match what go.sum "
          "states. It may have been changed on its way here.",
          sum, s.hash);
  }
  return std::nullopt;
}

}  // namespace modgraph
