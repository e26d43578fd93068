#include "engine/base/huge_pages.h"

#include <sys/mman.h>

#include <cstdint>
#include <cstdlib>
#include <new>

namespace modgraph {
namespace {

constexpr std::uintptr_t kHugePage = std::uintptr_t{1} << 21;

}  // namespace

void prefer_huge_pages(void* memory, std::size_t bytes) {
#ifdef MADV_HUGEPAGE
  // Only whole pages between the ends: what else lies next to the array is
  // somebody else's.
  const auto begin = reinterpret_cast<std::uintptr_t>(memory);
  const std::uintptr_t first = (begin + kHugePage - 1) & ~(kHugePage - 1);
  const std::uintptr_t last = (begin + bytes) & ~(kHugePage - 1);
  if (first >= last) return;
  // A refusal costs time, nothing else.
  static_cast<void>(madvise(static_cast<char*>(memory) + (first - begin),
                            last - first, MADV_HUGEPAGE));
#else
  static_cast<void>(memory);
  static_cast<void>(bytes);
#endif
}

void* zeroed(std::size_t count, std::size_t element_bytes) {
  void* const memory = std::calloc(count, element_bytes);
  if (memory == nullptr) throw std::bad_alloc();
  prefer_huge_pages(memory, count * element_bytes);
  return memory;
}

}  // namespace modgraph
