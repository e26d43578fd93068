#pragma once

// A first .modgraph.yaml: what may be set, and what it would be today. Only the
// version and the level that fails are set; the rest are comments to take from.
// Lines after "# " are settings, lines after "## " explain them.
// Tested by tests/exporters/findings/settings_draft_test.cc.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "exporters/text/sink.h"

namespace modgraph {

/// What is known of the builds that the settings are about: no names of theirs.
struct SettingsDraft {
  bool is_analysed = false;
  std::map<std::string_view, std::uint64_t> found;  // findings by rule's code
  // The highest of all builds.
  std::uint64_t modules = 0;
  std::uint64_t direct = 0;
  std::uint64_t longest_chain = 0;  // 0: not known
  std::string go;                   // a Go version; "": no go line
};

void write_settings_draft(const SettingsDraft& draft, Sink& out);

}  // namespace modgraph
