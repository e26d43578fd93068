#pragma once

// Lists of names, short for people and whole as JSON.

#include <span>
#include <string>

#include "exporters/sink.h"

namespace modgraph {

/// "a, b and 3 more": at most three names.
std::string short_list(std::span<const std::string> names);

/// ["a", "b"]
void put_json_strings(Sink& out, std::span<const std::string> names);

}  // namespace modgraph
