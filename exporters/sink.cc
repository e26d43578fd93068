#include "exporters/sink.h"

#include <array>
#include <charconv>

namespace modgraph {

void Sink::put_whole(std::string_view bytes) {
  if (!take_) {
    buffer_.append(bytes);
    return;
  }
  flush();
  hand_over(bytes);
}

void Sink::put_number(std::uint64_t number) {
  std::array<char, 20> digits;  // as many as 2^64 - 1 has
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  put({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

}  // namespace modgraph
