// What no_recursion.py must find, to show that it finds something: a function
// that calls itself, two that call each other, and two that it must leave
// alone.

#include <cstddef>

namespace modgraph {
namespace {

volatile std::size_t limit = 10;

[[gnu::noinline]] std::size_t calls_itself(std::size_t n) {
  return n > limit ? n : limit / (calls_itself(n + 1) + 1);
}

std::size_t calls_pong(std::size_t n);

[[gnu::noinline]] std::size_t calls_ping(std::size_t n) {
  return n > limit ? n : calls_pong(n + 1) + 1;
}

[[gnu::noinline]] std::size_t calls_pong(std::size_t n) {
  return n > limit ? n : calls_ping(n + 1) * limit;
}

[[gnu::noinline]] std::size_t calls_in_tail_position(std::size_t n) {
  return n > limit ? n : calls_in_tail_position(n + limit);
}

[[gnu::noinline]] std::size_t loops(std::size_t n) {
  while (n <= limit) ++n;
  return n;
}

}  // namespace

std::size_t call_them_all() {
  return calls_itself(1) + calls_ping(1) + calls_in_tail_position(1) + loops(1);
}

}  // namespace modgraph

int main() { return modgraph::call_them_all() > 0 ? 0 : 1; }
