#pragma once

// Reading values of the right shape out of the settings' tree, and collecting
// what is wrong with the others.
// Tested by tests/importers/module_folder/config_test.cc.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/model/level.h"
#include "importers/module_folder/config_value.h"
#include "importers/module_folder/yaml_tree.h"

namespace modgraph {

class ConfigReader {
 public:
  /// One known key and what to do with its value.
  struct Key {
    std::string_view name;
    std::function<void(const YamlNode&)> take;
  };

  ConfigReader(std::string file, std::string_view text,
               std::span<const RuleName> rules)
      : file_(std::move(file)), text_(text), rules_(rules) {}

  const std::string& file() const { return file_; }

  // Values. What has another shape is an error, and gives an empty value.

  /// A mapping with known keys, none of them twice.
  void mapping(const YamlNode& node, std::initializer_list<Key> keys);
  /// A mapping with any keys, none of them twice.
  void any_mapping(const YamlNode& node,
                   const std::function<void(const YamlNode& key,
                                            const YamlNode& value)>& take);
  /// A list of mappings, or of whatever `take` reads.
  void list(const YamlNode& node,
            const std::function<void(const YamlNode&)>& take);
  ConfigValue scalar(const YamlNode& node);
  std::string text(const YamlNode& node) { return scalar(node).value; }
  /// One text, or a list of them.
  std::vector<ConfigValue> scalars(const YamlNode& node, std::size_t most);
  std::vector<std::string> texts(const YamlNode& node);
  /// The name of a rule, and which it is; null for one that is not known.
  std::string rule(const YamlNode& node, const RuleName** known = nullptr);
  /// One, or a list of them.
  std::vector<std::string> rule_names(const YamlNode& node);
  /// A pattern of settings_pattern.h that can match something.
  std::string pattern(const YamlNode& node);
  std::vector<std::string> patterns(const YamlNode& node);
  std::optional<Level> level(const YamlNode& node);
  bool flag(const YamlNode& node);
  std::optional<std::uint64_t> count(const YamlNode& node);
  std::string reason(const YamlNode& node);
  /// Says so where a mapping lacks a key that it needs.
  void needs(const YamlNode& node, std::string_view key, std::string hint);

  // Errors.

  void wrong(const SourcePosition& where, std::string message,
             std::string hint = {});
  /// Of names that come from the file.
  static std::string shown(const std::string& text);
  /// Those that were collected, up to kMaxConfigErrors; none: nothing is wrong.
  Errors take_errors();

 private:
  void unknown(const YamlNode& key, std::initializer_list<Key> keys);
  void check_pattern(const ConfigValue& pattern);
  const RuleName* check_rule(const ConfigValue& name);

  std::string file_;
  std::string_view text_;
  std::span<const RuleName> rules_;
  Errors errors_;
  std::size_t wrong_ = 0;  // errors, those that are not listed included
};

}  // namespace modgraph
