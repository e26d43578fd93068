#include "engine/findings/rules.h"

#include <algorithm>
#include <vector>

namespace modgraph {
namespace {

std::vector<Rule> all_families() {
  std::vector<Rule> out;
  for (const auto family :
       {cycle_rules(), drift_rules(), indirect_rules(), vendor_rules(),
        replacement_rules(), sum_rules(), input_rules()})
    out.insert(out.end(), family.begin(), family.end());
  return out;
}

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

std::string_view owner_name(Owner owner) {
  return owner == Owner::kOurs ? "ours" : "dependency";
}

std::span<const Rule> rules() {
  static const std::vector<Rule> kAll = all_families();
  return kAll;
}

const Rule* find_rule(std::string_view code_or_name) {
  const std::span<const Rule> all = rules();
  const auto row = std::find_if(all.begin(), all.end(), [&](const Rule& r) {
    return r.code == code_or_name || r.name == code_or_name;
  });
  return row == all.end() ? nullptr : &*row;
}

}  // namespace modgraph
