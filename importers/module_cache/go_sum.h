#pragma once

// go.sum and go.work.sum files: bytes in, sums or positioned errors out.
// Source: go.dev/ref/mod#go-sum-files, and the go command's behaviour.
// Tested by tests/importers/module_cache/go_sum_test.cc.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/model/go_sum.h"
#include "engine/model/manifest.h"

namespace modgraph {

/// The lines of a file: three fields, or none. Sums of an empty go.mod, which
/// old versions of Go wrote for things that are not modules, are left out.
/// Fails with the lines that have another number of fields, at most 20. The
/// sums point into `text`. O(length).
Result<std::vector<GoSum>> parse_go_sum(std::string_view file,
                                        std::string_view text);

/// What go.sum states of a go.mod with this content: "h1:...".
std::string go_mod_sum(std::string_view text);

/// What the go command says about a go.mod with this sum if a go.sum states
/// another one; nothing if none does.
std::optional<std::string> wrong_go_mod_sum(const GoSums& sums,
                                            const ModuleVersion& module,
                                            std::string_view sum);

}  // namespace modgraph
