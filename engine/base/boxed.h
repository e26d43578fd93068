#pragma once

// A std::optional that keeps its value elsewhere: where a field is mostly
// empty, rows stay a third of the size. Copies are deep.

#include <memory>
#include <optional>
#include <utility>

namespace modgraph {

template <class T>
class Boxed {
 public:
  Boxed() = default;
  // Implicit, as in std::optional. NOLINTBEGIN(google-explicit-constructor)
  Boxed(std::nullopt_t) {}
  Boxed(T value) : value_(std::make_unique<T>(std::move(value))) {}
  Boxed(std::optional<T> value) {
    if (value) value_ = std::make_unique<T>(std::move(*value));
  }
  Boxed(std::unique_ptr<T> value) : value_(std::move(value)) {}
  // NOLINTEND(google-explicit-constructor)
  Boxed(const Boxed& other)
      : value_(other ? std::make_unique<T>(*other) : nullptr) {}
  Boxed(Boxed&&) noexcept = default;
  Boxed& operator=(const Boxed& other) { return *this = Boxed(other); }
  Boxed& operator=(Boxed&&) noexcept = default;
  ~Boxed() = default;

  explicit operator bool() const { return value_ != nullptr; }
  bool has_value() const { return value_ != nullptr; }
  T& operator*() { return *value_; }
  const T& operator*() const { return *value_; }
  T* operator->() { return value_.get(); }
  const T* operator->() const { return value_.get(); }
  /// Null when empty.
  T* get() { return value_.get(); }
  const T* get() const { return value_.get(); }
  void reset() { value_.reset(); }

 private:
  std::unique_ptr<T> value_;
};

}  // namespace modgraph
