#include "importers/graph_text/graph_text_names.h"

#include <fmt/core.h>

#include <cstring>

#include "engine/base/printable.h"
#include "engine/base/utf8.h"
#include "engine/model/version.h"
#include "engine/model/version_key.h"

namespace modgraph {
namespace {

std::optional<NameFault> fault_of_version(std::string_view path,
                                          std::string_view version,
                                          std::size_t at) {
  if (version.empty())
    return NameFault{fmt::format("no version after '{}@'", path), at};
  switch (module_kind(path)) {
    case ModuleKind::kGo:
      if (is_go_version(version)) return std::nullopt;
      return NameFault{fmt::format("'{}' is not a Go version", version), at};
    case ModuleKind::kToolchain:
      // `default` and local names are legal and compare lowest.
      return std::nullopt;
    case ModuleKind::kModule:
      if (is_semver(version)) return std::nullopt;
      return NameFault{
          fmt::format("'{}' is not a version of the form v1.2.3", version), at};
  }
  return std::nullopt;
}

// Whether all bytes are printable ASCII, eight at a time. (Each step looks for
// a byte below 0x20, 0x7f, or above: Anderson, "Bit twiddling hacks".)
bool is_plain_ascii(std::string_view text) {
  constexpr std::uint64_t kOnes = 0x0101010101010101u;
  constexpr std::uint64_t kHigh = 0x8080808080808080u;
  std::uint64_t odd = 0;
  const auto look = [&](std::uint64_t word) {
    const std::uint64_t del = word ^ (kOnes * 0x7f);
    odd |= (word | (word - kOnes * 0x20) | (del - kOnes)) & kHigh;
  };
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, 8);
    look(word);
  }
  std::uint64_t word = kOnes * 'a';
  std::memcpy(&word, text.data() + at, text.size() - at);
  look(word);
  return odd == 0;
}

std::optional<NameFault> fault_of_bytes(std::string_view name) {
  if (is_plain_ascii(name)) return std::nullopt;
  if (const std::size_t good = valid_utf8_prefix(name); good != name.size())
    return NameFault{"the text is not valid UTF-8", good};
  for (std::size_t i = 0; i < name.size();) {
    const CodePoint c = first_code_point(name.substr(i));
    if (is_control_or_hidden(c.value))
      return NameFault{fmt::format("{} character U+{:04X} in a name",
                                   c.value < 0xa0 ? "control" : "invisible",
                                   static_cast<std::uint32_t>(c.value)),
                       i};
    i += c.length;
  }
  return std::nullopt;
}

// What a CI system would take for a command when it is printed: no module path
// has these characters.
std::optional<NameFault> fault_of_commands(std::string_view name) {
  for (const std::string_view mark : {"::", "##"})
    if (const std::size_t at = name.find(mark); at != std::string_view::npos)
      return NameFault{fmt::format("no module path has '{}'", mark), at};
  return std::nullopt;
}

}  // namespace

std::optional<NameFault> fault_of_name(std::string_view name,
                                       std::uint64_t key) {
  if (auto fault = fault_of_bytes(name)) return fault;
  if (auto fault = fault_of_commands(name)) return fault;
  if (name.starts_with('@')) return NameFault{"no module path before '@'", 0};
  if (key != kNoVersionKey && key != kMainVersionKey) return std::nullopt;
  const std::size_t at = name.find('@');
  if (at == std::string_view::npos) return std::nullopt;
  return fault_of_version(name.substr(0, at), name.substr(at + 1), at + 1);
}

}  // namespace modgraph
