/* Debian's libgit2.a reads repositories and talks to servers. Its second half
   wants libssh2, mbedTLS and Kerberos, which exist as shared libraries only:
   loading them takes longer than most runs of the program. We only read, so
   what the first half wants of the second one is here, and says no. The
   program then has no call that opens a connection or runs another program.
   For libgit2 1.5; where one of these is missing, the linker says so. */

#include <stdbool.h>

/* Settings that the second half owns. */
bool git_http__expect_continue = false;

/* Called when libgit2 starts: there is nothing to set up. */
int git_mbedtls_stream_global_init(void) { return 0; }
int git_transport_ssh_global_init(void) { return 0; }
int git_hash_sha256_global_init(void) { return 0; }

/* Certificates and encrypted connections. */
int git_mbedtls__set_cert_location(void) { return -1; }
int git_mbedtls_stream_new(void) { return -1; }
int git_mbedtls_stream_wrap(void) { return -1; }

/* Ways to a server. */
int git_smart_subtransport_http(void) { return -1; }
int git_smart_subtransport_git(void) { return -1; }
int git_smart_subtransport_ssh(void) { return -1; }
int http_parser_parse_url(void) { return -1; }

/* Digests that only certificates have: objects are named by SHA-1. */
int git_hash_sha256_ctx_init(void) { return -1; }
int git_hash_sha256_init(void) { return -1; }
int git_hash_sha256_update(void) { return -1; }
int git_hash_sha256_final(void) { return -1; }
void git_hash_sha256_ctx_cleanup(void) {}
