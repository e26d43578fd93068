#include "exporters/text/sink.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace modgraph {

namespace {

constexpr std::size_t kFull = std::size_t{1} << 16;
constexpr std::size_t kFirst = std::size_t{1} << 14;

}  // namespace

void Sink::put_whole(std::string_view bytes) {
  if (!take_) {
    put(bytes);
    return;
  }
  flush();
  hand_over(bytes);
}

void Sink::flush() {
  hand_over({buffer_.data(), used_});
  used_ = 0;
}

std::string Sink::take_text() && {
  buffer_.resize(used_);
  return std::move(buffer_);
}

void Sink::make_room(std::size_t bytes) {
  if (take_) {
    flush();
    if (bytes > buffer_.size()) buffer_.resize(std::max(bytes, kFull));
  } else {
    buffer_.resize(std::max({used_ + bytes, 2 * used_, kFirst}));
  }
}

void Sink::hand_over(std::string_view bytes) {
  if (!failed_ && !bytes.empty()) failed_ = !take_(bytes);
}

void Sink::put_number(std::uint64_t number) {
  std::array<char, 20> digits;  // as many as 2^64 - 1 has
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  put({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

}  // namespace modgraph
