#include "exporters/text/text_pieces.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/parallel.h"

namespace modgraph {
namespace {

constexpr std::size_t kPiece = 128;  // items
constexpr std::size_t kPieces = 64;  // made before they are handed over

}  // namespace

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
