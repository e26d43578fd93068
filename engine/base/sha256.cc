#include "engine/base/sha256.h"

#include <openssl/evp.h>

#include <array>
#include <new>

namespace modgraph {

namespace {

// Looked up once: libcrypto 3 otherwise asks its providers for every sum.
const EVP_MD* sha256() {
  static const EVP_MD* const kFound = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  return kFound;
}

}  // namespace

struct Sha256::Context {
  EVP_MD_CTX* md = EVP_MD_CTX_new();
  Context() {
    // libcrypto fails here only for want of memory.
    if (md == nullptr || EVP_DigestInit_ex(md, sha256(), nullptr) != 1)
      throw std::bad_alloc();
  }
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;
  ~Context() { EVP_MD_CTX_free(md); }
};

Sha256::Sha256() : context_(std::make_unique<Context>()) {}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::update(std::string_view bytes) {
  if (EVP_DigestUpdate(context_->md, bytes.data(), bytes.size()) != 1)
    throw std::bad_alloc();
}

// The raw bytes; begins the next message.
std::string Sha256::digest() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
  unsigned length = 0;
  if (EVP_DigestFinal_ex(context_->md, bytes.data(), &length) != 1 ||
      EVP_DigestInit_ex(context_->md, nullptr, nullptr) != 1)
    throw std::bad_alloc();
  return {bytes.begin(), bytes.begin() + length};
}

std::string Sha256::hex_digest() {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  for (const char c : digest()) {
    const auto byte = static_cast<unsigned char>(c);
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return out;
}

std::string Sha256::base64_digest() {
  const std::string raw = digest();
  std::array<unsigned char, 2 * EVP_MAX_MD_SIZE> text{};
  const int length = EVP_EncodeBlock(
      text.data(), reinterpret_cast<const unsigned char*>(raw.data()),
      static_cast<int>(raw.size()));
  return {text.begin(), text.begin() + length};
}

std::string sha256_hex(std::string_view bytes) {
  // hex_digest() leaves it as new.
  static thread_local Sha256 sum;
  sum.update(bytes);
  return sum.hex_digest();
}

}  // namespace modgraph
