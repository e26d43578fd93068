#pragma once

// SHA-256 (FIPS 180-4) through libcrypto: digests of inputs, identities of
// findings.

#include <memory>
#include <string>
#include <string_view>

namespace modgraph {

class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;

  void update(std::string_view bytes);

  /// 64 lower-case hexadecimal digits. Ready for the next message afterwards.
  std::string hex_digest();
  /// The same in base64, 44 characters.
  std::string base64_digest();

 private:
  std::string digest();
  struct Context;
  std::unique_ptr<Context> context_;
};

/// The digest of one message, 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace modgraph
