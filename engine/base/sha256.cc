#include "engine/base/sha256.h"

// The digest itself, not the interface around all algorithms: a static link of
// it is a few kilobytes, where the shared library costs every start of the
// program more than a millisecond.
#define OPENSSL_API_COMPAT 10101
#include <openssl/evp.h>
#include <openssl/sha.h>

#include <array>

#include "engine/base/per_thread.h"

namespace modgraph {

struct Sha256::Context {
  SHA256_CTX state{};
  Context() { SHA256_Init(&state); }
};

Sha256::Sha256() : context_(std::make_unique<Context>()) {}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::update(std::string_view bytes) {
  SHA256_Update(&context_->state, bytes.data(), bytes.size());
}

// The raw bytes; begins the next message.
std::string Sha256::digest() {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> bytes{};
  SHA256_Final(bytes.data(), &context_->state);
  SHA256_Init(&context_->state);
  return {bytes.begin(), bytes.end()};
}

std::string Sha256::hex_digest() {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  out.reserve(std::size_t{2} * SHA256_DIGEST_LENGTH);
  for (const char c : digest()) {
    const auto byte = static_cast<unsigned char>(c);
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return out;
}

std::string Sha256::base64_digest() {
  const std::string raw = digest();
  std::array<unsigned char, std::size_t{2} * SHA256_DIGEST_LENGTH> text{};
  const int length = EVP_EncodeBlock(
      text.data(), reinterpret_cast<const unsigned char*>(raw.data()),
      static_cast<int>(raw.size()));
  return {text.begin(), text.begin() + length};
}

std::string sha256_hex(std::string_view bytes) {
  // hex_digest() leaves it as new.
  static PerThread<Sha256> kept;
  Sha256& sum = kept.get();
  sum.update(bytes);
  return sum.hex_digest();
}

}  // namespace modgraph
