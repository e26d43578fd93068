// A system that fails when it is told to: preloaded before a program
// (LD_PRELOAD), it lets one of the program's calls fail, or ends it there.
//
//   FAULT_CALL=alloc       which calls count: alloc; write, sync, rename,
//                          unlink, truncate, mode, open, lock, close; or
//                          `output`: all of these but alloc; read
//   FAULT_AT=17            the 17th of them fails; 0: none
//   FAULT_HOW=ENOSPC       with this errno; `short`: half of it is written;
//                          SIGKILL, SIGTERM, ...: this signal arrives before it
//   FAULT_ON=1             and all that follow
//   FAULT_COUNT=FILE       how many there were: 8 bytes, also of a killed process
//   FAULT_ORDER=reversed   folders list their entries backwards
//
// Calls that the C library makes inside itself are seen where it calls by name
// (allocations are, fwrite()'s write() is not). Messages, descriptor 2, never
// fail.
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

// An errno, or one of these; below them a signal.
enum { kNoFault = 0, kShort = -1, kSignal = -1000 };

static int ready;
static long at;
static int how;
static int goes_on;
static int reversed;
static const char* counted;
static atomic_long own_count;
static atomic_long* count = &own_count;

static int fault_called(const char* name) {
  if (!strcmp(name, "ENOSPC")) return ENOSPC;
  if (!strcmp(name, "EIO")) return EIO;
  if (!strcmp(name, "EINTR")) return EINTR;
  if (!strcmp(name, "short")) return kShort;
  if (!strcmp(name, "SIGKILL")) return kSignal - SIGKILL;
  if (!strcmp(name, "SIGTERM")) return kSignal - SIGTERM;
  if (!strcmp(name, "SIGINT")) return kSignal - SIGINT;
  if (!strcmp(name, "SIGHUP")) return kSignal - SIGHUP;
  return ENOMEM;
}

// The count is kept in a file that outlives the process.
static void share_count(const char* path) {
  const int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0) return;
  void* memory = MAP_FAILED;
  if (ftruncate(fd, sizeof(atomic_long)) == 0)
    memory = mmap(NULL, sizeof(atomic_long), PROT_READ | PROT_WRITE, MAP_SHARED,
                  fd, 0);
  close(fd);
  if (memory != MAP_FAILED) count = memory;
}

// The loader allocates before there is an environment: that does not count.
static int is_ready(void) {
  if (ready) return 1;
  if (environ == NULL) return 0;
  ready = 1;
  const char* number = getenv("FAULT_AT");
  const char* kind = getenv("FAULT_HOW");
  const char* order = getenv("FAULT_ORDER");
  const char* file = getenv("FAULT_COUNT");
  at = number ? atol(number) : 0;
  how = fault_called(kind ? kind : "");
  goes_on = getenv("FAULT_ON") != NULL;
  reversed = order && !strcmp(order, "reversed");
  // The calls below are no calls of the program.
  if (file) share_count(file);
  counted = getenv("FAULT_CALL");
  return 1;
}

// What becomes of this call: an errno, kShort or kNoFault.
static int fault(const char* call) {
  if (!is_ready() || counted == NULL) return kNoFault;
  const int is_output = strcmp(call, "alloc") && strcmp(call, "read");
  if (strcmp(counted, call) && (!is_output || strcmp(counted, "output")))
    return kNoFault;
  const long number = atomic_fetch_add(count, 1) + 1;
  if (at == 0 || number < at || (number > at && !goes_on)) return kNoFault;
  if (how < kSignal) {
    kill(getpid(), kSignal - how);
    return kNoFault;
  }
  return how;
}

static int fails(const char* call) {
  const int number = fault(call);
  if (number <= 0) return 0;
  errno = number;
  return 1;
}

// --- Memory -------------------------------------------------------------------

extern void* __libc_malloc(size_t);
extern void* __libc_calloc(size_t, size_t);
extern void* __libc_realloc(void*, size_t);
extern void* __libc_memalign(size_t, size_t);

void* malloc(size_t size) {
  return fails("alloc") ? NULL : __libc_malloc(size);
}
void* calloc(size_t number, size_t size) {
  return fails("alloc") ? NULL : __libc_calloc(number, size);
}
void* realloc(void* old, size_t size) {
  return fails("alloc") ? NULL : __libc_realloc(old, size);
}
void* memalign(size_t alignment, size_t size) {
  return fails("alloc") ? NULL : __libc_memalign(alignment, size);
}
void* aligned_alloc(size_t alignment, size_t size) {
  return fails("alloc") ? NULL : __libc_memalign(alignment, size);
}
int posix_memalign(void** out, size_t alignment, size_t size) {
  if (fails("alloc")) return ENOMEM;
  *out = __libc_memalign(alignment, size);
  return *out == NULL ? ENOMEM : 0;
}

// --- Files --------------------------------------------------------------------

// The function of this name that would have been called.
#define NEXT(name) __typeof__(&name) next = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

ssize_t write(int fd, const void* bytes, size_t size) {
  NEXT(write);
  const int number = fd == STDERR_FILENO ? kNoFault : fault("write");
  if (number == kShort && size > 1) return next(fd, bytes, size / 2);
  if (number > 0) {
    errno = number;
    return -1;
  }
  return next(fd, bytes, size);
}

ssize_t read(int fd, void* bytes, size_t size) {
  NEXT(read);
  const int number = fault("read");
  if (number == kShort && size > 1) return next(fd, bytes, 1 + size / 64);
  if (number > 0) {
    errno = number;
    return -1;
  }
  return next(fd, bytes, size);
}
ssize_t pread(int fd, void* bytes, size_t size, off_t at) {
  NEXT(pread);
  const int number = fault("read");
  if (number == kShort && size > 1) return next(fd, bytes, 1 + size / 64, at);
  if (number > 0) {
    errno = number;
    return -1;
  }
  return next(fd, bytes, size, at);
}

// What they are called where the size of the buffer is known.
ssize_t __read_chk(int fd, void* bytes, size_t size, size_t room) {
  if (size > room) abort();
  return read(fd, bytes, size);
}
ssize_t __pread_chk(int fd, void* bytes, size_t size, off_t at, size_t room) {
  if (size > room) abort();
  return pread(fd, bytes, size, at);
}

static int is_output(int flags) { return (flags & O_ACCMODE) != O_RDONLY; }

int fsync(int fd) {
  NEXT(fsync);
  return fails("sync") ? -1 : next(fd);
}
int fdatasync(int fd) {
  NEXT(fdatasync);
  return fails("sync") ? -1 : next(fd);
}
int rename(const char* from, const char* to) {
  NEXT(rename);
  return fails("rename") ? -1 : next(from, to);
}
int unlink(const char* path) {
  NEXT(unlink);
  return fails("unlink") ? -1 : next(path);
}
int ftruncate(int fd, off_t size) {
  NEXT(ftruncate);
  return fails("truncate") ? -1 : next(fd, size);
}
int fchmod(int fd, mode_t mode) {
  NEXT(fchmod);
  return fails("mode") ? -1 : next(fd, mode);
}
int flock(int fd, int operation) {
  NEXT(flock);
  return fails("lock") ? -1 : next(fd, operation);
}
// Of what was written; fails after the descriptor is gone, as on a network.
int close(int fd) {
  NEXT(close);
  const int flags = fcntl(fd, F_GETFL);
  const int number = flags >= 0 && is_output(flags) ? fault("close") : kNoFault;
  const int done = next(fd);
  if (number <= 0) return done;
  errno = number;
  return -1;
}

int open(const char* path, int flags, ...) {
  NEXT(open);
  va_list more;
  va_start(more, flags);
  const mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;
  va_end(more);
  if (is_output(flags) && fails("open")) return -1;
  return next(path, flags, mode);
}
int open64(const char* path, int flags, ...) {
  NEXT(open64);
  va_list more;
  va_start(more, flags);
  const mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;
  va_end(more);
  if (is_output(flags) && fails("open")) return -1;
  return next(path, flags, mode);
}

int mkostemp(char* name, int flags) {
  NEXT(mkostemp);
  return fails("open") ? -1 : next(name, flags);
}

// --- Folders ------------------------------------------------------------------

// All entries of one folder at a time, handed out from the end.
static struct dirent* entries;
static size_t entries_left;
static DIR* listed;
static pthread_mutex_t listing = PTHREAD_MUTEX_INITIALIZER;

static void read_all(DIR* folder, struct dirent* (*next)(DIR*)) {
  size_t room = 0;
  listed = folder;
  entries_left = 0;
  for (struct dirent* found; (found = next(folder)) != NULL; ++entries_left) {
    if (entries_left == room) {
      room = room * 2 + 64;
      entries = __libc_realloc(entries, room * sizeof *entries);
      if (entries == NULL) abort();
    }
    memcpy(&entries[entries_left], found, found->d_reclen);
  }
}

struct dirent* readdir(DIR* folder) {
  NEXT(readdir);
  if (!is_ready() || !reversed) return next(folder);
  pthread_mutex_lock(&listing);
  if (listed != folder) read_all(folder, next);
  struct dirent* out = entries_left > 0 ? &entries[--entries_left] : NULL;
  if (out == NULL) listed = NULL;
  pthread_mutex_unlock(&listing);
  return out;
}
