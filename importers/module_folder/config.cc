#include "importers/module_folder/config.h"

#include <fmt/core.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <tuple>
#include <utility>

#include "engine/base/counted.h"
#include "engine/base/edit_distance.h"

namespace modgraph {
namespace {

// Of a line that is shown.
constexpr std::size_t kMaxExcerpt = 1'000;
constexpr std::size_t kMaxNameShown = 100;

// The text of one line, for the caret.
std::string line_text(std::string_view text, int line) {
  for (int i = 1; i < line; ++i) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  text = text.substr(0, text.find('\n'));
  return std::string(text.size() > kMaxExcerpt ? "" : text);
}

constexpr std::string_view kQuoteValue = "put the value in 'single quotes'";
constexpr std::string_view kCloseQuote =
    "write the quote again at the end of the value";

// What is wrong where the library stops, in words for people who do not know
// its parser: by the beginning of its own message.
struct YamlFault {
  std::string_view library;
  std::string_view message;
  std::string_view hint;
};
const std::array kYamlFaults = {
    YamlFault{YAML::ErrorMsg::END_OF_SEQ_FLOW, "a '[' has no ']'",
              "close the list, as in [a/go.mod, b/go.mod]"},
    YamlFault{YAML::ErrorMsg::END_OF_MAP_FLOW, "a '{' has no '}'",
              "close it, or write `key: value` on lines of their own"},
    YamlFault{YAML::ErrorMsg::FLOW_END, "this closes no '[' or '{'",
              "take it away, or put the value in 'single quotes'"},
    YamlFault{YAML::ErrorMsg::END_OF_MAP,
              "this is not indented like the lines above it",
              "indent the settings of one mapping equally, with spaces"},
    YamlFault{YAML::ErrorMsg::END_OF_SEQ,
              "this is not indented like the list above it",
              "begin each element of a list with '- ', indented equally"},
    YamlFault{YAML::ErrorMsg::TAB_IN_INDENTATION, "a tab indents this line",
              "indent with spaces: YAML takes no tabs here"},
    YamlFault{YAML::ErrorMsg::EOF_IN_SCALAR, "a quoted value is not closed",
              kCloseQuote},
    YamlFault{YAML::ErrorMsg::DOC_IN_SCALAR, "a quoted value is not closed",
              kCloseQuote},
    YamlFault{YAML::ErrorMsg::INVALID_ESCAPE,
              "a backslash begins no escape that YAML has",
              "write \\\\ for a backslash, or use 'single quotes'"},
    YamlFault{YAML::ErrorMsg::INVALID_HEX,
              "an escape has characters that are not hexadecimal digits",
              "write \\\\ for a backslash, or use 'single quotes'"},
    YamlFault{YAML::ErrorMsg::INVALID_UNICODE,
              "an escape is not a Unicode character",
              "write \\\\ for a backslash, or use 'single quotes'"},
    YamlFault{YAML::ErrorMsg::MAP_VALUE, "a ':' is not expected here",
              "put values with ': ' in 'single quotes'; indent the settings of "
              "one mapping equally"},
    YamlFault{YAML::ErrorMsg::MAP_KEY, "a key is not expected here",
              "write `key: value`, one setting on each line"},
    YamlFault{YAML::ErrorMsg::BLOCK_ENTRY, "a list cannot begin here",
              "begin it on a line of its own, or write [a, b]"},
    YamlFault{YAML::ErrorMsg::UNKNOWN_TOKEN,
              "a value cannot begin with this character", kQuoteValue},
    YamlFault{YAML::ErrorMsg::UNKNOWN_ANCHOR,
              "a value that begins with '*' refers to another one, and there "
              "is none of that name",
              kQuoteValue},
};

// `line` is the one where it stops.
YamlFault fault_of(std::string_view library, std::string_view line) {
  // The library skips tabs, and complains about what follows.
  const std::size_t indentation = line.find_first_not_of(" \t");
  if (line.substr(0, indentation).find('\t') != std::string_view::npos)
    library = YAML::ErrorMsg::TAB_IN_INDENTATION;
  for (const YamlFault& fault : kYamlFaults)
    if (library.starts_with(fault.library)) return fault;
  // Among them anchors, tags and directives, which no setting needs.
  return {library, "this is not YAML",
          "put values with special characters in 'single quotes'"};
}

class ConfigReader {
 public:
  ConfigReader(std::string file, std::string_view text)
      : file_(std::move(file)), text_(text) {}

  Result<Config> read() {
    if (text_.size() > kMaxConfigBytes)
      return fail(
          usage_error(SourcePosition{file_},
                      fmt::format("the settings are larger than {} bytes",
                                  kMaxConfigBytes)));
    try {
      top(YAML::Load(std::string(text_)));
    } catch (const YAML::Exception& e) {
      const YamlFault fault =
          fault_of(e.msg, line_text(text_, position(e.mark).line));
      wrong(e.mark, std::string(fault.message), std::string(fault.hint));
    }
    if (wrong_ > kMaxConfigErrors)
      errors_.push_back(usage_error(
          SourcePosition{file_},
          counted(wrong_ - kMaxConfigErrors, "more error") + " in the settings",
          "mend the first ones, or leave the settings out: --no-config"));
    if (!errors_.empty()) return fail(std::move(errors_));
    return std::move(config_);
  }

 private:
  // One known key and what to do with its value.
  struct Key {
    std::string_view name;
    std::function<void(const YAML::Node&)> take;
  };

  void top(const YAML::Node& node) {
    if (node.IsNull()) return;
    const std::array keys = {
        Key{"inputs", [this](const YAML::Node& n) { inputs(n); }},
        Key{"fail-on", [this](const YAML::Node& n) { fail_on(n); }},
    };
    mapping(node, keys);
  }

  void inputs(const YAML::Node& node) {
    const std::array keys = {
        Key{"graph",
            [this](const YAML::Node& n) { config_.graph = scalar(n); }},
        Key{"mod", [this](const YAML::Node& n) { config_.mod = scalars(n); }},
        Key{"list", [this](const YAML::Node& n) { config_.list = scalar(n); }},
    };
    mapping(node, keys);
  }

  void fail_on(const YAML::Node& node) {
    config_.fail_on = scalar(node);
    constexpr std::array<std::string_view, 4> kLevels = {"error", "warning",
                                                         "note", "none"};
    const std::string& value = config_.fail_on.value;
    for (const std::string_view level : kLevels)
      if (value == level) return;
    if (!value.empty())
      wrong(node.Mark(), fmt::format("'{}' is not a level", shown(value)),
            "levels are error, warning, note and none");
  }

  template <std::size_t N>
  void mapping(const YAML::Node& node, const std::array<Key, N>& keys) {
    if (!node.IsMap()) {
      wrong(node.Mark(), "a mapping of settings is expected here",
            "write `key: value`");
      return;
    }
    std::array<bool, N> seen{};
    for (const auto& entry : node) {
      const std::string name =
          entry.first.IsScalar() ? entry.first.Scalar() : std::string("(list)");
      std::size_t i = 0;
      while (i < N && keys[i].name != name) ++i;
      if (i == N) {
        unknown(entry.first.Mark(), name, keys);
      } else if (std::exchange(seen[i], true)) {
        wrong(entry.first.Mark(),
              fmt::format("'{}' is set twice", shown(name)));
      } else {
        keys[i].take(entry.second);
      }
    }
  }

  template <std::size_t N>
  void unknown(const YAML::Mark& mark, const std::string& name,
               const std::array<Key, N>& keys) {
    std::vector<std::string_view> names;
    std::string all;
    for (const Key& key : keys) {
      names.push_back(key.name);
      all += fmt::format("{}{}", all.empty() ? "" : ", ", key.name);
    }
    const auto near = name.size() <= kMaxNameShown
                          ? nearest(name, names)
                          : std::optional<std::string_view>();
    wrong(mark, fmt::format("unknown setting '{}'", shown(name)),
          near ? fmt::format("did you mean '{}'?", *near)
               : fmt::format("known here: {}", all));
  }

  ConfigValue scalar(const YAML::Node& node) {
    if (node.IsScalar() && !node.Scalar().empty())
      return {node.Scalar(), position(node.Mark())};
    wrong(node.Mark(), "a single value is expected here");
    return {};
  }

  std::vector<ConfigValue> scalars(const YAML::Node& node) {
    std::vector<ConfigValue> out;
    if (!node.IsSequence()) {
      out.push_back(scalar(node));
      return out;
    }
    if (node.size() > kMaxConfigFiles) {
      wrong(node.Mark(),
            fmt::format("more than {} files are named", kMaxConfigFiles));
      return out;
    }
    for (const auto& item : node) out.push_back(scalar(item));
    std::vector<const ConfigValue*> sorted;
    for (const ConfigValue& value : out) sorted.push_back(&value);
    std::sort(sorted.begin(), sorted.end(), [](auto* a, auto* b) {
      return std::tie(a->value, a->where.line, a->where.column) <
             std::tie(b->value, b->where.line, b->where.column);
    });
    for (std::size_t i = 1; i < sorted.size(); ++i)
      if (!sorted[i]->value.empty() && sorted[i]->value == sorted[i - 1]->value)
        wrong_at(sorted[i]->where,
                 fmt::format("'{}' is named twice", shown(sorted[i]->value)));
    return out;
  }

  SourcePosition position(const YAML::Mark& mark) const {
    if (mark.line < 0) return {file_, 0, 0};
    return {file_, mark.line + 1, mark.column + 1};
  }

  void wrong(const YAML::Mark& mark, std::string message,
             std::string hint = {}) {
    if (++wrong_ > kMaxConfigErrors) return;
    add(position(mark), std::move(message), std::move(hint));
  }

  void wrong_at(const SourcePosition& where, std::string message) {
    if (++wrong_ <= kMaxConfigErrors) add(where, std::move(message), {});
  }

  void add(const SourcePosition& where, std::string message, std::string hint) {
    Error error = usage_error(where, std::move(message), std::move(hint));
    error.excerpt = line_text(text_, error.where.line);
    errors_.push_back(std::move(error));
  }

  static std::string shown(const std::string& text) {
    return text.size() <= kMaxNameShown ? text
                                        : text.substr(0, kMaxNameShown) + "...";
  }

  std::string file_;
  std::string_view text_;
  Config config_;
  Errors errors_;
  std::size_t wrong_ = 0;  // errors, those that are not listed included
};

}  // namespace

Result<Config> parse_config(std::string file, std::string_view text) {
  return ConfigReader(std::move(file), text).read();
}

}  // namespace modgraph
