#pragma once

// Reading inputs: whole or in chunks, never by memory mapping (a file that
// shrinks while it is mapped kills the process).

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "engine/base/result.h"

namespace modgraph {

/// "-" names standard input.
inline constexpr std::string_view kStandardInput = "-";

/// Largest go.mod or go.work file that is read, bytes.
inline constexpr std::uint64_t kMaxManifestBytes = std::uint64_t{1} << 26;

/// Hands the bytes of `path` to `take` in chunks, in order; stops when `take`
/// fails and returns its errors. Pipes and devices are read as they come:
/// `--graph <(go mod graph)` works. Fails when the path is missing, a folder,
/// or cannot be read.
Result<void> read_chunks(
    const std::string& path,
    const std::function<Result<void>(std::string_view)>& take);

/// The whole content; fails (kLimit) above `max_bytes`.
Result<std::string> read_file(const std::string& path, std::uint64_t max_bytes);

}  // namespace modgraph
