#include "importers/module_cache/go_sum.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <utility>

#include "engine/base/per_thread.h"
#include "engine/base/sha256.h"
#include "engine/base/unicode.h"

namespace modgraph {
namespace {

constexpr std::string_view kSumOfEmptyGoMod =
    "h1:G7mAYYxgmS0lVkHyy2hEOLQCFB0DlQFTMLWggykrydY=";

constexpr std::size_t kMaxSumErrors = 20;

constexpr std::size_t kUsualLine = 80;  // bytes

bool is_ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// The next field of a line, which is taken off; "" at its end. Like Go, any
// white space of Unicode separates; few lines are worth looking for that.
std::string_view take_field(std::string_view& line, bool is_ascii) {
  if (!is_ascii) {
    const std::string_view word = first_word(line);
    if (!word.empty())
      line.remove_prefix(static_cast<std::size_t>(word.data() - line.data()) +
                         word.size());
    return word;
  }
  std::size_t begin = 0;
  while (begin < line.size() && is_ascii_space(line[begin])) ++begin;
  std::size_t end = begin;
  while (end < line.size() && !is_ascii_space(line[end])) ++end;
  const std::string_view word = line.substr(begin, end - begin);
  line.remove_prefix(end);
  return word;
}

// The first three fields of a line, and how many there are in all.
struct SumFields {
  std::array<std::string_view, 3> words;
  std::size_t count = 0;
};

SumFields fields_of(std::string_view line) {
  const bool is_ascii = std::all_of(line.begin(), line.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x80;
  });
  SumFields out;
  while (true) {
    const std::string_view word = take_field(line, is_ascii);
    if (word.empty()) return out;
    if (out.count < out.words.size()) out.words[out.count] = word;
    ++out.count;
  }
}

}  // namespace

Result<std::vector<GoSum>> parse_go_sum(std::string_view file,
                                        std::string_view text) {
  std::vector<GoSum> out;
  out.reserve(text.size() / kUsualLine + 1);
  Errors errors;
  for (int line = 1; !text.empty(); ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view here = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const SumFields fields = fields_of(here);
    if (fields.count == 0) continue;
    if (fields.count != 3) {
      if (errors.size() == kMaxSumErrors) continue;
      errors.push_back(
          input_error({std::string(file), line, 1},
                      fmt::format("malformed go.sum: wrong number of fields {}",
                                  fields.count),
                      "each line is: module version hash"));
      errors.back().excerpt = here.substr(0, 200);
      continue;
    }
    if (fields.words[2] == kSumOfEmptyGoMod) continue;
    out.push_back({fields.words[0], fields.words[1], fields.words[2]});
  }
  if (!errors.empty()) return fail(std::move(errors));
  return out;
}

std::string go_mod_sum(std::string_view text) {
  // The context costs more than the hashing of a small file.
  static PerThread<Sha256> kept;
  Sha256& hash = kept.get();
  hash.update(text);
  const std::string inner = hash.hex_digest() + "  go.mod\n";
  hash.update(inner);
  return "h1:" + hash.base64_digest();
}

std::optional<std::string> wrong_go_mod_sum(const GoSums& sums,
                                            const ModuleVersion& module,
                                            std::string_view sum) {
  const GoSum* const other =
      sums.against(module.path, module.version + "/go.mod", sum);
  if (other == nullptr) return std::nullopt;
  const std::string& file = sums.file_of(*other);
  return fmt::format(
      "verifying go.mod: checksum mismatch\n\tdownloaded: {}\n\t{}:     "
      "{}\n\nSECURITY ERROR\nThis file does not match what {} states. It may "
      "have been changed on its way here.",
      sum, file, other->hash, file);
}

}  // namespace modgraph
