#pragma once

// The proof that nothing recurses over its input: a thread with 256 KiB.

#include <functional>

namespace modgraph::test {

/// Calls `work` in a thread with a stack of 256 KiB, and waits for it. It must
/// not throw, nor check: keep the answers and check them afterwards.
void on_small_stack(const std::function<void()>& work);

}  // namespace modgraph::test
