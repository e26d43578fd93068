#include "engine/findings/rules.h"

#include <algorithm>
#include <vector>

namespace modgraph {
namespace {

std::vector<Rule> all_families() {
  std::vector<Rule> out;
  for (const auto family :
       {policy_rules(), cycle_rules(), drift_rules(), indirect_rules(),
        vendor_rules(), replacement_rules(), sum_rules(), input_rules(),
        settings_rules()})
    out.insert(out.end(), family.begin(), family.end());
  return out;
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool begins_with(std::string_view text, std::string_view word) {
  return word.size() <= text.size() &&
         std::equal(word.begin(), word.end(), text.begin(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

bool is_same(std::string_view text, std::string_view word) {
  return text.size() == word.size() && begins_with(text, word);
}

}  // namespace

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

std::vector<const Rule*> rules_meant(std::string_view word) {
  constexpr std::size_t kLetters = 2;  // of a code
  std::vector<const Rule*> out;
  if (word.empty()) return out;
  for (const Rule& rule : rules()) {
    if (is_same(rule.code, word) || is_same(rule.code.substr(kLetters), word) ||
        is_same(rule.name, word))
      return {&rule};
    if (begins_with(rule.name, word)) out.push_back(&rule);
  }
  return out;
}

}  // namespace modgraph
