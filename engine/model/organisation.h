#pragma once

// Who publishes a module, and where, as far as its path says.

#include <string_view>

namespace modgraph {

/// The part of a module path that one organisation owns: host and account on
/// hosts of many ("github.com/aws"), "golang.org/x", else the host alone
/// ("k8s.io"). Points into `path`. O(length).
std::string_view organisation_of(std::string_view path);

/// The part of a module path that names its repository, as far as a path alone
/// tells: host, account and name on hosts of many, else host and name
/// ("k8s.io/api"). Points into `path`. O(length).
std::string_view repository_of(std::string_view path);

}  // namespace modgraph
