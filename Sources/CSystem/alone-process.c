// Swift's runtime asks /proc where it lies and how it was called. A root that holds nothing but a program has no /proc:
// both are told before the runtime asks.
#if defined(SITEGEN_ALONE)
#include <stdlib.h>
#include <unistd.h>

// Of Swift's standard library, for programs that know their arguments better (stdlib/public/stubs/CommandLine.cpp).
void _swift_stdlib_overrideUnsafeArgvArgc(char **arguments, int count);

// The C library gives what it starts before `main` the same arguments.
__attribute__((constructor(101))) static void prepare(int count, char **arguments) {
  setenv("SWIFT_ROOT", "/", 0);
  _swift_stdlib_overrideUnsafeArgvArgc(arguments, count);
}
// Queues of work look in /proc whether their threads are busy, and stop the program where they find nothing
// (libdispatch, src/event/workqueue.c). Where there is no /proc, no thread is looked for; the linker puts these between
// (`--wrap` in Package.swift).
void __real__dispatch_workq_worker_register(void *queue);
void __real__dispatch_workq_worker_unregister(void *queue);

static int has_processes(void) { return access("/proc/self/stat", R_OK) == 0; }

void __wrap__dispatch_workq_worker_register(void *queue) {
  if (has_processes()) __real__dispatch_workq_worker_register(queue);
}

void __wrap__dispatch_workq_worker_unregister(void *queue) {
  if (has_processes()) __real__dispatch_workq_worker_unregister(queue);
}
#endif
