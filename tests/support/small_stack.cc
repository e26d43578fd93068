#include "tests/support/small_stack.h"

#include <pthread.h>

#include <stdexcept>

namespace modgraph::test {
namespace {

constexpr std::size_t kStackBytes = std::size_t{256} * 1024;

void* call(void* work) {
  (*static_cast<const std::function<void()>*>(work))();
  return nullptr;
}

}  // namespace

void on_small_stack(const std::function<void()>& work) {
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, kStackBytes);
  pthread_t thread{};
  auto* argument = const_cast<std::function<void()>*>(&work);
  const int failed = pthread_create(&thread, &attributes, call, argument);
  pthread_attr_destroy(&attributes);
  if (failed != 0) throw std::runtime_error("cannot start a thread");
  pthread_join(thread, nullptr);
}

}  // namespace modgraph::test
