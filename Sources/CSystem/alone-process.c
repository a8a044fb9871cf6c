// Swift's runtime asks /proc where it lies and how it was called. A root that holds nothing but a program has no /proc:
// both are told before the runtime asks.
#if defined(SITEGEN_ALONE)
#include <stdlib.h>

// Of Swift's standard library, for programs that know their arguments better (stdlib/public/stubs/CommandLine.cpp).
void _swift_stdlib_overrideUnsafeArgvArgc(char **arguments, int count);

// The C library gives what it starts before `main` the same arguments.
__attribute__((constructor(101))) static void prepare(int count, char **arguments) {
  setenv("SWIFT_ROOT", "/", 0);
  _swift_stdlib_overrideUnsafeArgvArgc(arguments, count);
}
#endif
