#pragma once

// What the archive of a module holds, by its table of contents: nothing is
// unpacked.
// Tested by tests/importers/module_cache/zip_names_test.cc.

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace modgraph {

/// More files than any module has.
inline constexpr std::size_t kMaxZipEntries = 1'000'000;

/// Calls `take` with the name of each entry, in the order of the table. False:
/// it is no archive, is damaged, empty or has more than `max_entries`; some
/// names may have been told before that was seen. Names are what the file says:
/// longer ones than the go command lets into an archive are damage.
///
/// With `parts`, names that contain none of these may be left out: a table that
/// has none is not taken apart, which would take thirty times as long.
bool read_zip_names(const std::string& path, std::span<const std::string> parts,
                    const std::function<void(std::string_view)>& take,
                    std::size_t max_entries = kMaxZipEntries);

}  // namespace modgraph
