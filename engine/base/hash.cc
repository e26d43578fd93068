#include "engine/base/hash.h"

#include <sys/auxv.h>

#include <array>
#include <cstddef>
#include <cstring>

namespace modgraph {
namespace {

// Steele, Lea and Flood's SplitMix64 (2014): spreads 16 random bytes over the
// secrets.
std::uint64_t split_mix(std::uint64_t& state) {
  std::uint64_t z = (state += 0x9e3779b97f4a7c15u);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

using Secrets = std::array<std::uint64_t, 4>;

// The kernel hands every process 16 random bytes at start (AT_RANDOM).
Secrets make_secrets() {
  std::array<std::uint64_t, 2> seed{0x243f6a8885a308d3u, 0x13198a2e03707344u};
  if (const auto* random =
          // The auxiliary vector carries the address as an integer.
      reinterpret_cast<const char*>(getauxval(AT_RANDOM)))
    std::memcpy(seed.data(), random, sizeof seed);
  Secrets secrets{};
  for (std::size_t i = 0; i < secrets.size(); ++i)
    secrets[i] = split_mix(seed[i % 2]) | 1;
  return secrets;
}

const Secrets kSecrets = make_secrets();

std::uint64_t fold(std::uint64_t a, std::uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(a) * b;
  return static_cast<std::uint64_t>(product) ^
         static_cast<std::uint64_t>(product >> 64);
}

std::uint64_t load8(const char* p) {
  std::uint64_t v = 0;
  std::memcpy(&v, p, 8);
  return v;
}

std::uint64_t load4(const char* p) {
  std::uint32_t v = 0;
  std::memcpy(&v, p, 4);
  return v;
}

}  // namespace

std::uint64_t keyed_hash(std::string_view bytes) {
  const char* p = bytes.data();
  std::size_t left = bytes.size();
  std::uint64_t state = kSecrets[0] ^ left;
  while (left > 16) {
    state = fold(load8(p) ^ kSecrets[1], load8(p + 8) ^ state);
    p += 16;
    left -= 16;
  }
  // The last 0..16 bytes as two words, overlapping where there are too few.
  std::uint64_t a = 0;
  std::uint64_t b = 0;
  if (left >= 8) {
    a = load8(p);
    b = load8(p + left - 8);
  } else if (left >= 4) {
    a = load4(p);
    b = load4(p + left - 4);
  } else if (left > 0) {
    a = static_cast<unsigned char>(p[0]);
    b = static_cast<std::uint64_t>(static_cast<unsigned char>(p[left / 2]))
            << 8 |
        static_cast<unsigned char>(p[left - 1]);
  }
  return fold(kSecrets[2] ^ bytes.size(), fold(a ^ kSecrets[3], b ^ state));
}

}  // namespace modgraph
