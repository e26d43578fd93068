#pragma once

// A std::optional number that is no larger than the number: the greatest value
// stands for none. For rows of which there are millions.

#include <concepts>
#include <limits>
#include <optional>

namespace modgraph {

template <std::unsigned_integral T>
class PackedOptional {
 public:
  PackedOptional() = default;
  // Implicit, as in std::optional. NOLINTBEGIN(google-explicit-constructor)
  /// The greatest value of T is none.
  PackedOptional(T value) : value_(value) {}
  PackedOptional(std::nullopt_t) {}
  PackedOptional(std::optional<T> value) : value_(value.value_or(kEmpty)) {}
  template <class Wider>
  operator std::optional<Wider>() const {
    return has_value() ? std::optional<Wider>(value_) : std::nullopt;
  }
  // NOLINTEND(google-explicit-constructor)

  explicit operator bool() const { return has_value(); }
  bool has_value() const { return value_ != kEmpty; }
  T operator*() const { return value_; }
  T value_or(T other) const { return has_value() ? value_ : other; }

 private:
  static constexpr T kEmpty = std::numeric_limits<T>::max();
  T value_ = kEmpty;
};

}  // namespace modgraph
