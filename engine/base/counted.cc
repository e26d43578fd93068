#include "engine/base/counted.h"

namespace modgraph {

std::string counted(std::uint64_t n, std::string_view noun) {
  std::string out = std::to_string(n);
  out.append(" ").append(noun);
  if (n != 1) out += 's';
  return out;
}

}  // namespace modgraph
