#pragma once

// Module paths: which ones the go command accepts, the major version that a
// path ends in, and the escaped spelling of paths and versions in module caches
// and proxies.
// Source: the Go modules reference (go.dev/ref/mod#module-path, #major-version-
// suffixes, #module-cache) and the behaviour of golang.org/x/mod/module.
// Tested by tests/engine/model/module_path_test.cc.

#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace modgraph {

/// Why something is refused, in the go command's words ("leading dot in path
/// element"), for a caller to put after "malformed module path ...: ". Bytes
/// of the input are quoted in it. Nothing: it is fine.
using Refusal = std::optional<std::string>;

/// A text, or the reason why there is none.
using Spelling = tl::expected<std::string, std::string>;

/// Whether a path can be fetched as a module: ASCII letters, digits and "-._~";
/// the first element is a lower-case host name with a dot; no element begins or
/// ends with a dot or is reserved on Windows; a final "/vN" is a real major.
/// All in O(length).
Refusal check_module_path(std::string_view path);

/// Whether a path can be imported: as above, but '+', leading dots and any
/// first element are allowed. The rule for the path of a main module.
Refusal check_import_path(std::string_view path);

/// Whether a text can be used where a version is part of a file name: any
/// version or revision name without separators, shell characters and '!'.
Refusal check_version_element(std::string_view version);

/// A path = prefix + major. `major` is "", "/vN" with N >= 2, or ".vN" with any
/// N and perhaps "-unstable" for gopkg.in. Not ok: the path ends in something
/// that looks like a major and is none ("/v1", "/v02", "/v1.2"); then `prefix`
/// is the whole path.
struct PathParts {
  std::string_view prefix;
  std::string_view major;
  bool ok = true;
};
PathParts split_path_version(std::string_view path);

/// Whether a version belongs to a path major: "" takes v0, v1 and everything
/// +incompatible, "/vN" and ".vN" take vN; ".v1" also takes v0.0.0-*, which old
/// tools wrote. The refusal reads "should be v2, not v1".
Refusal check_path_major(std::string_view version, std::string_view path_major);
bool match_path_major(std::string_view version, std::string_view path_major);

/// The spelling in a cache or proxy, safe where case does not count: every
/// capital letter becomes '!' and the small one.
Spelling escape_path(std::string_view path);
Spelling escape_version(std::string_view version);

}  // namespace modgraph
