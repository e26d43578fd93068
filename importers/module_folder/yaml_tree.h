#pragma once

// The YAML that settings are written in: scalars, lists and mappings, each with
// its place. What YAML has besides, anchors, aliases, tags and several
// documents, makes one text mean different things to different readers, and is
// an error.
//
// Idea: the library reports what it reads as events, and the tree is made from
// them: nothing is shared, so that a text of n bytes has at most n nodes.
// Tested by tests/importers/module_folder/config_test.cc.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"

namespace modgraph {

struct YamlNode {
  enum class Kind : std::uint8_t { kNull, kScalar, kList, kMapping };
  Kind kind = Kind::kNull;
  bool is_plain = false;  // a scalar without quotes
  SourcePosition where;
  std::string text;  // of a scalar
  /// Of a list its elements, of a mapping a key and its value in turn.
  std::vector<const YamlNode*> children;
};

/// The text of one line, for the caret; "" of a very long one.
std::string yaml_line(std::string_view text, int line);

/// Owns its nodes.
class YamlTree {
 public:
  /// `file` is how errors name the text. Fails (kUsage) with line and column.
  /// O(length).
  static Result<YamlTree> parse(const std::string& file, std::string_view text);

  const YamlNode& root() const { return *nodes_.front(); }

 private:
  std::vector<std::unique_ptr<YamlNode>> nodes_;  // at least the root
};

}  // namespace modgraph
