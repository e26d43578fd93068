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
  Sink(const Sink&) = delete;
  Sink& operator=(const Sink&) = delete;

  Sink& put(std::string_view bytes) {
    buffer_.append(bytes);
    if (buffer_.size() >= kFull) flush();
    return *this;
  }
  void put(char c) { buffer_.push_back(c); }
  void put_number(std::uint64_t number);

  /// Hands over what is left. Call it once, at the end.
  void flush() {
    if (!failed_ && !buffer_.empty()) failed_ = !take_(buffer_);
    buffer_.clear();
  }

  /// True when the bytes go nowhere any more (closed pipe, full disk): long
  /// loops may stop.
  bool failed() const { return failed_; }

 private:
  static constexpr std::size_t kFull = std::size_t{1} << 18;

  std::function<bool(std::string_view)> take_;
  std::string buffer_;
  bool failed_ = false;
};

}  // namespace modgraph
