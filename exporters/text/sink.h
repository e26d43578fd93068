#pragma once

// Where an exporter's bytes go: a buffer in front of whoever takes them.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace modgraph {

/// Bytes on their way out. Not shared between threads.
class Sink {
 public:
  /// `take` receives chunks in order and says whether it could; after the first
  /// refusal it is not called again.
  explicit Sink(std::function<bool(std::string_view)> take)
      : take_(std::move(take)) {}
  /// Keeps everything, for take_text().
  Sink() = default;
  Sink(const Sink&) = delete;
  Sink& operator=(const Sink&) = delete;

  Sink& put(std::string_view bytes) {
    if (bytes.size() > buffer_.size() - used_) make_room(bytes.size());
    bytes.copy(buffer_.data() + used_, bytes.size());
    used_ += bytes.size();
    return *this;
  }
  void put(char c) { put(std::string_view(&c, 1)); }
  /// Room for so many bytes, to be written right away; wrote() says how many.
  char* room(std::size_t bytes) {
    if (bytes > buffer_.size() - used_) make_room(bytes);
    return buffer_.data() + used_;
  }
  void wrote(std::size_t bytes) { used_ += bytes; }
  /// The same for a text that is large already: it is not copied.
  void put_whole(std::string_view bytes);
  void put_number(std::uint64_t number);

  /// Hands over what is left. Call it once, at the end.
  void flush();

  /// Everything that a sink of its own has kept.
  std::string take_text() &&;

  /// True when the bytes go nowhere any more (closed pipe, full disk): long
  /// loops may stop.
  bool failed() const { return failed_; }

 private:
  void make_room(std::size_t bytes);
  void hand_over(std::string_view bytes);

  std::function<bool(std::string_view)> take_;
  std::string buffer_;  // written up to used_: appending would cost more
  std::size_t used_ = 0;
  bool failed_ = false;
};

/// Puts what `write(sink, begin, end)` writes for consecutive pieces of
/// 0..count-1, in order. Pieces are written side by side when `work` is worth
/// it (engine/base/parallel.h), a few hundred at a time so that they stay small
/// beside what they are made from; those are handed over while the next are
/// made. Stops early when the sink has failed.
void put_in_pieces(
    Sink& out, std::size_t work, std::size_t count,
    const std::function<void(Sink&, std::size_t, std::size_t)>& write);

}  // namespace modgraph
