#pragma once

// The variables of the go command that have a grammar of their own.
// Source: `go help environment`, go.dev/ref/mod#environment-variables, and the
// go command's behaviour (1.26).
// Tested by tests/importers/go_env/go_flags_test.cc and go_proxy_list_test.cc.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"

namespace modgraph {

/// The words of GOFLAGS, options that precede those of every go command: each
/// of the form -name, -name=value, or the same with two dashes. Words are
/// separated by blanks; one that begins with a quote goes to the next such
/// quote, and nothing in it is special. Fails (kEnvironment) in the go
/// command's words. Names are not looked up: a newer Go may know more of them.
/// O(length).
Result<std::vector<std::string>> parse_go_flags(std::string_view text);

/// The value of the last `name` among the words; "" if there is none. Fails
/// (kEnvironment) if one has no value.
Result<std::string> go_flag(std::span<const std::string> flags,
                            std::string_view name);

/// The folders of the file:// entries of GOPROXY, the list of places that the
/// go command asks for modules its cache does not have. In their order, with
/// percent-escapes decoded. "off" and "direct" end the list; network proxies
/// are skipped. Empty if an entry before that end cannot be the address of a
/// proxy: the go command then asks none at all.
std::vector<std::string> proxy_folders(std::string_view list);

}  // namespace modgraph
