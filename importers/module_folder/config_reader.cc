#include "importers/module_folder/config_reader.h"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

#include "engine/base/counted.h"
#include "engine/base/edit_distance.h"

namespace modgraph {
namespace {

constexpr std::size_t kMaxNameShown = 100;
constexpr std::size_t kLeastReason = 3;
constexpr std::size_t kMostReason = 500;
constexpr std::size_t kMostPattern = 500;  // each is held to every module

std::string name_of_key(const YamlNode& key) {
  return key.kind == YamlNode::Kind::kScalar ? key.text : "(list)";
}

// What readers of YAML 1.1 take for a flag.
bool says_off(const std::string& text) {
  constexpr std::string_view kWords[] = {"off", "Off", "OFF",   "false",
                                         "no",  "No",  "False", "FALSE"};
  return std::find(std::begin(kWords), std::end(kWords), text) !=
         std::end(kWords);
}

}  // namespace

void ConfigReader::mapping(const YamlNode& node,
                           std::initializer_list<Key> keys) {
  any_mapping(node, [&](const YamlNode& key, const YamlNode& value) {
    const std::string name = name_of_key(key);
    const auto* const known = std::find_if(
        keys.begin(), keys.end(), [&](const Key& k) { return k.name == name; });
    if (known == keys.end())
      unknown(key, keys);
    else
      known->take(value);
  });
}

void ConfigReader::any_mapping(
    const YamlNode& node,
    const std::function<void(const YamlNode&, const YamlNode&)>& take) {
  if (node.kind != YamlNode::Kind::kMapping)
    return wrong(node.where, "a mapping of settings is expected here",
                 "write `key: value`");
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i + 1 < node.children.size(); i += 2) {
    const YamlNode& key = *node.children[i];
    const bool is_name = key.kind == YamlNode::Kind::kScalar;
    if (is_name && key.is_plain && key.text == "<<")
      wrong(key.where, "'<<' merges another mapping into this one",
            "write its settings here again");
    else if (is_name && !seen.insert(key.text).second)
      wrong(key.where, fmt::format("'{}' is set twice", shown(key.text)),
            "keep one of them");
    else
      take(key, *node.children[i + 1]);
  }
}

void ConfigReader::unknown(const YamlNode& key,
                           std::initializer_list<Key> keys) {
  std::vector<std::string_view> names;
  std::string all;
  for (const Key& k : keys) {
    names.push_back(k.name);
    all += fmt::format("{}{}", all.empty() ? "" : ", ", k.name);
  }
  const std::string name = name_of_key(key);
  const auto near = name.size() <= kMaxNameShown
                        ? nearest(name, names)
                        : std::optional<std::string_view>();
  wrong(key.where, fmt::format("unknown setting '{}'", shown(name)),
        near ? fmt::format("did you mean '{}'?", *near)
             : fmt::format("known here: {}", all));
}

void ConfigReader::list(const YamlNode& node,
                        const std::function<void(const YamlNode&)>& take) {
  if (node.kind != YamlNode::Kind::kList)
    return wrong(node.where, "a list is expected here",
                 "begin each element with '- ', or write [a, b]");
  for (const YamlNode* item : node.children) take(*item);
}

ConfigValue ConfigReader::scalar(const YamlNode& node) {
  if (node.kind == YamlNode::Kind::kScalar && !node.text.empty())
    return {node.text, node.where};
  if (node.kind == YamlNode::Kind::kScalar ||
      node.kind == YamlNode::Kind::kNull)
    wrong(node.where, "a value is missing here",
          "write one, or take the key away");
  else
    wrong(node.where, "a single value is expected here", "write `key: value`");
  return {};
}

std::vector<ConfigValue> ConfigReader::scalars(const YamlNode& node,
                                               std::size_t most) {
  std::vector<ConfigValue> out;
  if (node.kind != YamlNode::Kind::kList) {
    out.push_back(scalar(node));
  } else if (node.children.size() > most) {
    wrong(node.where, fmt::format("more than {} are named", most),
          "name fewer");
  } else {
    for (const YamlNode* item : node.children) out.push_back(scalar(*item));
  }
  std::erase_if(out, [](const ConfigValue& v) { return v.value.empty(); });
  return out;
}

std::vector<std::string> ConfigReader::texts(const YamlNode& node) {
  std::vector<std::string> out;
  for (ConfigValue& value : scalars(node, kMaxConfigList))
    out.push_back(std::move(value.value));
  return out;
}

const RuleName* ConfigReader::check_rule(const ConfigValue& name) {
  if (name.value.empty() || rules_.empty()) return nullptr;
  for (const RuleName& rule : rules_)
    if (name.value == rule.code || name.value == rule.name) return &rule;
  std::vector<std::string_view> known;
  if (wrong_ < kMaxConfigErrors && name.value.size() <= kMaxNameShown)
    for (const RuleName& rule : rules_)
      known.insert(known.end(), {rule.code, rule.name});
  const auto near = nearest(name.value, known);
  wrong(name.where, fmt::format("unknown rule '{}'", shown(name.value)),
        near ? fmt::format("did you mean '{}'?", *near)
             : "`modgraph explain all` shows all rules");
  return nullptr;
}

std::string ConfigReader::rule(const YamlNode& node, const RuleName** known) {
  ConfigValue out = scalar(node);
  const RuleName* const found = check_rule(out);
  if (known != nullptr) *known = found;
  return std::move(out.value);
}

std::vector<std::string> ConfigReader::rule_names(const YamlNode& node) {
  std::vector<std::string> out;
  for (ConfigValue& value : scalars(node, kMaxConfigList)) {
    check_rule(value);
    out.push_back(std::move(value.value));
  }
  return out;
}

void ConfigReader::check_pattern(const ConfigValue& pattern) {
  if (pattern.value.size() > kMostPattern)
    wrong(pattern.where,
          fmt::format("a pattern has more than {} bytes", kMostPattern),
          "write * for one element of a path and ** for any number of them");
  else if (pattern.value == "!")
    wrong(pattern.where, "'!' takes away nothing",
          "write the pattern that it takes away behind it");
}

std::string ConfigReader::pattern(const YamlNode& node) {
  ConfigValue out = scalar(node);
  check_pattern(out);
  if (out.value.starts_with('!') && out.value.size() > 1)
    wrong(node.where,
          fmt::format("'{}' takes away, and there is nothing before it",
                      shown(out.value)),
          "write what is meant, as in \"golang.org/x/**\"");
  return std::move(out.value);
}

std::vector<std::string> ConfigReader::patterns(const YamlNode& node) {
  std::vector<std::string> out;
  bool gives = false;
  for (ConfigValue& value : scalars(node, kMaxConfigList)) {
    check_pattern(value);
    gives = gives || !value.value.starts_with('!');
    out.push_back(std::move(value.value));
  }
  if (!gives && !out.empty() && out.front() != "!")
    wrong(node.where,
          fmt::format("'{}' takes away, and there is nothing before it",
                      shown(out.front())),
          "begin with what is meant, as in [\"**\", \"!golang.org/x/**\"]");
  return out;
}

std::optional<Level> ConfigReader::level(const YamlNode& node) {
  const std::string word = text(node);
  const auto out = level_named(word);
  if (!out && !word.empty())
    wrong(node.where, fmt::format("'{}' is not a level", shown(word)),
          says_off(word) ? "write none: some readers of YAML take this word "
                           "for a flag"
                         : "levels are error, warning, note and none");
  return out;
}

bool ConfigReader::flag(const YamlNode& node) {
  const std::string word = text(node);
  if (word == "true" && node.is_plain) return true;
  if (!word.empty() && !(word == "false" && node.is_plain))
    wrong(node.where,
          fmt::format("'{}' is neither true nor false", shown(word)),
          "write true or false, without quotes");
  return false;
}

std::optional<std::uint64_t> ConfigReader::count(const YamlNode& node) {
  const std::string word = text(node);
  if (word.empty()) return std::nullopt;
  std::uint64_t out = 0;
  const auto [end, error] =
      std::from_chars(word.data(), word.data() + word.size(), out);
  if (error == std::errc() && end == word.data() + word.size()) return out;
  wrong(node.where, fmt::format("'{}' is not a whole number", shown(word)),
        "write how many there may be, as in 100");
  return std::nullopt;
}

std::string ConfigReader::reason(const YamlNode& node) {
  std::string out = text(node);
  if (!out.empty() && out.size() < kLeastReason)
    wrong(node.where, fmt::format("'{}' is no reason", out),
          "say why, for whoever reads it next year");
  else if (out.size() > kMostReason)
    wrong(node.where,
          fmt::format("a reason has more than {} bytes", kMostReason),
          "say it in a sentence, or name the issue that has more");
  return out;
}

void ConfigReader::needs(const YamlNode& node, std::string_view key,
                         std::string hint) {
  if (node.kind != YamlNode::Kind::kMapping) return;  // told already
  for (std::size_t i = 0; i + 1 < node.children.size(); i += 2)
    if (node.children[i]->text == key) return;
  wrong(node.where, fmt::format("'{}' is missing here", key), std::move(hint));
}

void ConfigReader::wrong(const SourcePosition& where, std::string message,
                         std::string hint) {
  if (++wrong_ > kMaxConfigErrors) return;
  Error error = usage_error(where, std::move(message), std::move(hint));
  error.excerpt = yaml_line(text_, error.where.line);
  errors_.push_back(std::move(error));
}

std::string ConfigReader::shown(const std::string& text) {
  return text.size() <= kMaxNameShown ? text
                                      : text.substr(0, kMaxNameShown) + "...";
}

Errors ConfigReader::take_errors() {
  if (wrong_ > kMaxConfigErrors)
    errors_.push_back(usage_error(
        SourcePosition{file_},
        counted(wrong_ - kMaxConfigErrors, "more error") + " in the settings",
        "mend the first ones, or leave the settings out: --no-config"));
  return std::move(errors_);
}

}  // namespace modgraph
