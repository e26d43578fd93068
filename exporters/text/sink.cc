#include "exporters/text/sink.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/parallel.h"

namespace modgraph {
namespace {

constexpr std::size_t kFull = std::size_t{1} << 16;
constexpr std::size_t kFirst = std::size_t{1} << 14;

constexpr std::size_t kPiece = 128;  // items
constexpr std::size_t kPieces = 64;  // made before they are handed over

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

void put_in_pieces(
    Sink& out, std::size_t work, std::size_t count,
    const std::function<void(Sink&, std::size_t, std::size_t)>& write) {
  std::vector<std::string> ready;
  const auto hand_over = [&] {
    for (const std::string& text : ready) out.put_whole(text);
  };
  for (std::size_t begin = 0; begin < count && !out.failed();
       begin += kPieces * kPiece) {
    const auto start = [&](std::size_t piece) {
      return std::min(begin + piece * kPiece, count);
    };
    const std::size_t pieces =
        std::min(kPieces, (count - begin + kPiece - 1) / kPiece);
    std::vector<std::string> next(pieces);
    const auto make = [&] {
      run_each(work, pieces, [&](std::size_t i) {
        Sink own;
        write(own, start(i), start(i + 1));
        next[i] = std::move(own).take_text();
      });
    };
    run_tasks(work, {hand_over, make});
    ready = std::move(next);
  }
  hand_over();
}

}  // namespace modgraph
