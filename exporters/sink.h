#pragma once

// Where an exporter's bytes go: a buffer in front of whoever takes them.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace modgraph {

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
    buffer_.append(bytes);
    if (buffer_.size() >= kFull && take_) flush();
    return *this;
  }
  /// The same for a text that is large already: it is not copied.
  void put_whole(std::string_view bytes);
  void put(char c) { buffer_.push_back(c); }
  void put_number(std::uint64_t number);

  /// Hands over what is left. Call it once, at the end.
  void flush() {
    hand_over(buffer_);
    buffer_.clear();
  }

  /// Everything that a sink of its own has kept.
  std::string take_text() && { return std::move(buffer_); }

  /// True when the bytes go nowhere any more (closed pipe, full disk): long
  /// loops may stop.
  bool failed() const { return failed_; }

 private:
  static constexpr std::size_t kFull = std::size_t{1} << 18;

  void hand_over(std::string_view bytes) {
    if (!failed_ && !bytes.empty()) failed_ = !take_(bytes);
  }

  std::function<bool(std::string_view)> take_;
  std::string buffer_;
  bool failed_ = false;
};

}  // namespace modgraph
