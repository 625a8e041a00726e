// Loaded into a program before its libraries, it moves the wall clock of this program alone: by as many nanoseconds as
// the file in WALL_CLOCK says at the time. As with the kernel's clock, a wait until a time of it lasts until it says so.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static const int64_t second = 1000000000, look_every = 10000000;
static const volatile int64_t *moved_by;

__attribute__((constructor)) static void open_clock(void) {
  int file = open(getenv("WALL_CLOCK"), O_RDONLY);
  void *memory = mmap(NULL, sizeof *moved_by, PROT_READ, MAP_SHARED, file, 0);
  if (memory == MAP_FAILED) abort();
  moved_by = memory;
  close(file);
}

static int64_t kernel_time(void) {
  struct timespec time;
  syscall(SYS_clock_gettime, CLOCK_REALTIME, &time);
  return time.tv_sec * second + time.tv_nsec;
}

static struct timespec timespec_of(int64_t time) {
  return (struct timespec){.tv_sec = time / second, .tv_nsec = time % second};
}

int clock_gettime(clockid_t clock, struct timespec *time) {
  if (clock != CLOCK_REALTIME || moved_by == NULL) return syscall(SYS_clock_gettime, clock, time);
  *time = timespec_of(kernel_time() + *moved_by);
  return 0;
}

int pthread_cond_timedwait(pthread_cond_t *condition, pthread_mutex_t *mutex, const struct timespec *until) {
  int (*wait)(pthread_cond_t *, pthread_mutex_t *, const struct timespec *) =
      dlsym(RTLD_NEXT, "pthread_cond_timedwait");
  int64_t due = until->tv_sec * second + until->tv_nsec;
  for (;;) {
    int64_t now = kernel_time(), left = due - now - *moved_by;
    struct timespec look = timespec_of(now + (left < look_every ? left : look_every));
    int result = wait(condition, mutex, &look);
    if (result != ETIMEDOUT || left <= look_every) return result;
  }
}
