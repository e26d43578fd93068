#include "engine/report/rules.h"

#include <algorithm>
#include <array>

namespace modgraph {
namespace {

constexpr std::array kRules = {
    Rule{"MG1001", "version-cycle", Level::kWarning,
         "exact module versions require each other"},
    Rule{"MG1002", "selected-cycle", Level::kWarning,
         "selected modules require each other"},
    Rule{"MG1003", "path-cycle", Level::kNote,
         "a loop across versions keeps old versions in the graph"},
    Rule{"MG2001", "version-drift", Level::kNote,
         "a module is asked for at several versions"},
    Rule{"MG2002", "direct-raised", Level::kWarning,
         "the version in go.mod is not the one in the build"},
    Rule{"MG8001", "stale-graph", Level::kError,
         "go.mod requires what the graph has not"},
    Rule{"MG8002", "list-disagrees", Level::kError,
         "the module list and the graph select different versions"},
    Rule{"MG8003", "other-main-module", Level::kError,
         "the inputs describe different main modules"},
    Rule{"MG8004", "unfinished-line", Level::kWarning,
         "the graph text ends inside a line and may be cut off"},
    Rule{"MG8005", "stale-go-mod", Level::kError,
         "the graph has a requirement that go.mod has no line for"},
};

}  // namespace

std::string_view level_name(Level level) {
  switch (level) {
    case Level::kNote:
      return "note";
    case Level::kWarning:
      return "warning";
    case Level::kError:
      return "error";
  }
  return "";
}

std::span<const Rule> rules() { return kRules; }

const Rule* find_rule(std::string_view code_or_name) {
  const auto* const row =
      std::find_if(kRules.begin(), kRules.end(), [&](const Rule& r) {
        return r.code == code_or_name || r.name == code_or_name;
      });
  return row == kRules.end() ? nullptr : row;
}

}  // namespace modgraph
