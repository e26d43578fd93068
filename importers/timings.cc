#include "importers/timings.h"

#include "importers/action_graph.h"
#include "importers/json_fault.h"
#include "importers/timings_csv.h"

namespace modgraph {

Result<BuildTimings> parse_timings(std::string_view file,
                                   std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
  if (text.starts_with(kByteOrderMark))
    text.remove_prefix(kByteOrderMark.size());
  const std::size_t first = skip_json_space(text, 0);
  const bool is_json =
      first < text.size() && (text[first] == '[' || text[first] == '{');
  return is_json ? parse_action_graph(file, text)
                 : parse_timings_csv(file, text);
}

}  // namespace modgraph
