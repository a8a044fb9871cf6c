#ifndef CSYSTEM_SHA256_H
#define CSYSTEM_SHA256_H

#include <stddef.h>
#include <stdint.h>

/// SHA-256 (FIPS 180-4) of `count` bytes, with the processor's instructions where it has them.
void csystem_sha256(const uint8_t *bytes, size_t count, uint8_t digest[32]);

/// The same without those instructions: what other processors run, for tests to compare.
void csystem_sha256_portable(const uint8_t *bytes, size_t count, uint8_t digest[32]);

#endif
