#include "engine/model/version_key.h"

#include <optional>

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

// Appends a decimal number to the key from the right. One that does not fit
// turns it and all bits behind it into ones: still in order, but not exact.
class KeyBits {
 public:
  void append(std::string_view decimal, int bits) {
    const std::uint64_t most = (std::uint64_t{1} << bits) - 1;
    std::uint64_t value = 0;
    constexpr std::size_t kMostDigits = 8;  // above every `most`
    if (full_ || decimal.size() > kMostDigits) {
      value = most;
    } else {
      for (const char c : decimal)
        value = value * 10 + static_cast<unsigned char>(c - '0');
    }
    full_ = full_ || value >= most;
    key_ = key_ << bits | (full_ ? most : value);
  }
  void append_kind(std::uint64_t kind) {
    key_ = key_ << kKindBits | (full_ ? kPrerelease : kind);
  }
  std::uint64_t key() const { return key_; }

 private:
  std::uint64_t key_ = 0;
  bool full_ = false;
};

}  // namespace

std::uint64_t version_key(std::string_view version) {
  if (version.empty()) return kMainVersionKey;
  const std::optional<Semver> v = parse_semver(version);
  if (!v) return kNoVersionKey;
  KeyBits bits;
  bits.append(v->major, kMajorBits);
  bits.append(v->minor, kMinorBits);
  bits.append(v->patch, kPatchBits);
  bits.append_kind(v->prerelease.empty() ? kRelease : kPrerelease);
  return bits.key();
}

}  // namespace modgraph
