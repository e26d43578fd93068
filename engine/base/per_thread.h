#pragma once

// One object for each thread that asks for it.
//
// Not `thread_local`: where there is no memory for the note that the destructor
// of such an object is to be run, the C library ends the process by a signal.
// Tested by tests/engine/base/per_thread_test.cc.

#include <pthread.h>

#include <memory>
#include <new>

namespace modgraph {

/// To be declared `static`: it is never destroyed, for threads may outlive it.
template <class T>
class PerThread {
 public:
  PerThread() {
    if (pthread_key_create(&key_, &destroy) != 0) throw std::bad_alloc();
  }
  PerThread(const PerThread&) = delete;
  PerThread& operator=(const PerThread&) = delete;

  /// This thread's, made when it first asks; it goes when the thread ends.
  T& get() const {
    if (void* const made = pthread_getspecific(key_))
      return *static_cast<T*>(made);
    auto made = std::make_unique<T>();
    if (pthread_setspecific(key_, made.get()) != 0) throw std::bad_alloc();
    return *made.release();
  }

 private:
  static void destroy(void* made) { delete static_cast<T*>(made); }

  pthread_key_t key_ = 0;
};

}  // namespace modgraph
