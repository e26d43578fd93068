#include "exporters/name_list.h"

#include <fmt/core.h>

#include <algorithm>

#include "exporters/json_text.h"

namespace modgraph {

std::string short_list(std::span<const std::string> names) {
  constexpr std::size_t kMost = 3;
  const std::size_t shown = names.size() <= kMost ? names.size() : kMost - 1;
  std::string out;
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) out += i + 1 == names.size() ? " and " : ", ";
    out += names[i];
  }
  if (shown < names.size())
    out += fmt::format(" and {} more", names.size() - shown);
  return out;
}

void put_json_strings(Sink& out, std::span<const std::string> names) {
  out.put("[");
  Separator comma;
  for (const std::string& name : names) {
    comma.put(out);
    put_json_string(out, name);
  }
  out.put("]");
}

}  // namespace modgraph
