// What Foundation would ask of libcurl, for a program that holds no network: `sitegen` fetches nothing, so nothing here
// is ever called. A release links this in the place of libcurl, of which systems have no archive that stands alone.
#if defined(SITEGEN_ALONE)
#include <stddef.h>

#define FAILS(name) int name(void) { return 1; }
#define NOTHING(name) void *name(void) { return NULL; }

FAILS(curl_easy_getinfo)
FAILS(curl_easy_pause)
FAILS(curl_easy_setopt)
FAILS(curl_global_init)
FAILS(curl_multi_add_handle)
FAILS(curl_multi_assign)
FAILS(curl_multi_cleanup)
FAILS(curl_multi_remove_handle)
FAILS(curl_multi_setopt)
FAILS(curl_multi_socket_action)
FAILS(curl_url_get)
FAILS(curl_url_set)
NOTHING(curl_easy_cleanup)
NOTHING(curl_easy_init)
NOTHING(curl_easy_strerror)
NOTHING(curl_free)
NOTHING(curl_multi_info_read)
NOTHING(curl_multi_init)
NOTHING(curl_slist_append)
NOTHING(curl_slist_free_all)
NOTHING(curl_url)
NOTHING(curl_version)
NOTHING(curl_version_info)
#endif
