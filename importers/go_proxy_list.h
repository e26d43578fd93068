#pragma once

// GOPROXY: where the go command asks for modules that its cache does not have.
// Source: go.dev/ref/mod#environment-variables, and the go command's behaviour
// (1.26).
// Tested by tests/importers/go_proxy_list_test.cc.

#include <string>
#include <string_view>
#include <vector>

namespace modgraph {

/// The folders of the file:// entries, in their order; percent-escapes are
/// decoded. "off" and "direct" end the list, proxies of the network are passed
/// over. Empty when an entry before that end cannot be the address of a proxy:
/// the go command then asks none at all.
std::vector<std::string> proxy_folders(std::string_view list);

}  // namespace modgraph
