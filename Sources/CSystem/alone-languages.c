// What Foundation's copy of ICU knows of languages, calendars and time zones is 34 MB, and nothing in this program asks
// for it. This is its table of contents with no entry, as ICU's own library of stub data has it
// (https://github.com/unicode-org/icu, source/stubdata). A newer ICU has another name: then its data is linked in.
#if defined(SITEGEN_ALONE)
#include <stdint.h>

_Alignas(16) const struct {
  uint16_t header_size;
  uint8_t magic[2];
  struct {
    uint16_t size, reserved;
    uint8_t big_endian, charset, size_of_character, reserved_too, format[4], format_version[4], data_version[4];
  } info;
  uint8_t padding[8];
  uint32_t entries, reserved;
} icudt76_dat = {32, {0xDA, 0x27}, {20, 0, 0, 0, 2, 0, {'T', 'o', 'C', 'P'}, {1, 0, 0, 0}, {0, 0, 0, 0}}, {0}, 0, 0};
#endif
