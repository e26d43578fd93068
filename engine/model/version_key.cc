#include "engine/model/version_key.h"

#include <array>
#include <optional>

#include "engine/model/decimal.h"
#include "engine/model/version.h"

namespace modgraph {
namespace {

// From the highest bit: 16 of the major version, 23 of minor and patch each,
// then the kind, which keeps every key away from the two special ones.
constexpr int kMajorBits = 16;
constexpr int kMinorBits = 23;
constexpr int kPatchBits = 23;
constexpr int kKindBits = 2;
constexpr std::uint64_t kPrerelease = 1;
constexpr std::uint64_t kRelease = 2;
static_assert(kMajorBits + kMinorBits + kPatchBits + kKindBits == 64);

// Appends numbers to a key from the right. One that does not fit turns its bits
// and all after it into ones: still in order, but not exact.
class KeyBits {
 public:
  void append(std::string_view decimal, int bits) {
    constexpr std::size_t kMaxDigits = 8;  // more than fit into any field
    std::uint64_t value = decimal.size() > kMaxDigits ? kOverflow : 0;
    for (const char c : decimal.substr(0, kMaxDigits))
      value = value * 10 + static_cast<unsigned char>(c - '0');
    append(value, bits);
  }
  void append(std::uint64_t value, int bits) {
    const std::uint64_t most = (std::uint64_t{1} << bits) - 1;
    full_ = full_ || value >= most;
    key_ = key_ << bits | (full_ ? most : value);
  }
  std::uint64_t key(std::uint64_t kind) const {
    return key_ << kKindBits | (full_ ? kPrerelease : kind);
  }

 private:
  static constexpr std::uint64_t kOverflow = 1;  // 10^8 and more, then
  std::uint64_t key_ = 0;
  bool full_ = false;
};

// The key of "v1.2.3" with small numbers, which is what most versions are, in
// one loop; nothing where the text is anything else.
std::optional<std::uint64_t> key_of_release(std::string_view version) {
  constexpr std::size_t kMaxBytes = std::size_t{3} * 8;
  if (version.size() > kMaxBytes || version.front() != 'v') return std::nullopt;
  std::array<std::uint64_t, 3> numbers{};
  std::size_t field = 0;
  std::size_t start = 1;
  for (std::size_t i = 1; i < version.size(); ++i) {
    const char c = version[i];
    if (is_digit(c)) {
      // A leading zero is an error, to be found by a closer look.
      if (i > start && numbers[field] == 0) return std::nullopt;
      numbers[field] = numbers[field] * 10 + static_cast<unsigned>(c - '0');
    } else if (c == '.' && i > start && field < 2) {
      ++field;
      start = i + 1;
    } else {
      return std::nullopt;
    }
  }
  if (field != 2 || start == version.size()) return std::nullopt;
  KeyBits bits;
  bits.append(numbers[0], kMajorBits);
  bits.append(numbers[1], kMinorBits);
  bits.append(numbers[2], kPatchBits);
  return bits.key(kRelease);
}

}  // namespace

std::uint64_t version_key(std::string_view version) {
  if (version.empty()) return kMainVersionKey;
  if (const auto key = key_of_release(version)) return *key;
  const std::optional<Semver> v = parse_semver(version);
  if (!v) return kNoVersionKey;
  KeyBits bits;
  bits.append(v->major, kMajorBits);
  bits.append(v->minor, kMinorBits);
  bits.append(v->patch, kPatchBits);
  return bits.key(v->prerelease.empty() ? kRelease : kPrerelease);
}

}  // namespace modgraph
