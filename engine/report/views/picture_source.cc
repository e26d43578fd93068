#include "engine/report/views/picture_source.h"

#include <fmt/core.h>

#include <algorithm>

#include "engine/base/sha256.h"

namespace modgraph {
namespace {

constexpr std::size_t kInputsShown = 3;
constexpr std::size_t kDigits = 16;  // of a digest

}  // namespace

std::string picture_source(std::span<const InputDigest> inputs) {
  std::string out;
  const std::size_t shown = std::min(inputs.size(), kInputsShown);
  for (std::size_t i = 0; i < shown; ++i)
    out += fmt::format("{}{} sha256:{}", i == 0 ? "" : ", ", inputs[i].path,
                       inputs[i].sha256.substr(0, kDigits));
  if (shown == inputs.size()) return out;
  // One digest over all digests distinguishes such pictures.
  Sha256 all;
  for (const InputDigest& input : inputs) all.update(input.sha256);
  return out + fmt::format(" and {} more inputs, together sha256:{}",
                           inputs.size() - shown,
                           all.hex_digest().substr(0, kDigits));
}

}  // namespace modgraph
