#include "importers/config.h"

#include <fmt/core.h>
#include <yaml-cpp/yaml.h>

#include <array>
#include <functional>
#include <optional>
#include <utility>

#include "engine/base/edit_distance.h"

namespace modgraph {
namespace {

constexpr std::size_t kMaxBytes = std::size_t{1} << 20;

// The text of one line, for the caret.
std::string line_text(std::string_view text, int line) {
  for (int i = 1; i < line; ++i) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  return std::string(text.substr(0, text.find('\n')));
}

class ConfigReader {
 public:
  ConfigReader(std::string file, std::string_view text)
      : file_(std::move(file)), text_(text) {}

  Result<Config> read() {
    if (text_.size() > kMaxBytes)
      return fail(
          {ErrorKind::kUsage,
           fmt::format("the settings are larger than {} bytes", kMaxBytes),
           {file_, 0, 0},
           {},
           {}});
    try {
      top(YAML::Load(std::string(text_)));
    } catch (const YAML::Exception& e) {
      wrong(e.mark, e.msg);
    }
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
      wrong(node.Mark(), fmt::format("'{}' is not a level", value),
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
        wrong(entry.first.Mark(), fmt::format("'{}' is set twice", name));
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
    const auto near = nearest(name, names);
    wrong(mark, fmt::format("unknown setting '{}'", name),
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
    for (const auto& item : node) out.push_back(scalar(item));
    return out;
  }

  SourcePosition position(const YAML::Mark& mark) const {
    if (mark.line < 0) return {file_, 0, 0};
    return {file_, mark.line + 1, mark.column + 1};
  }

  void wrong(const YAML::Mark& mark, std::string message,
             std::string hint = {}) {
    const SourcePosition where = position(mark);
    errors_.push_back({ErrorKind::kUsage, std::move(message), where,
                       line_text(text_, where.line), std::move(hint)});
  }

  std::string file_;
  std::string_view text_;
  Config config_;
  Errors errors_;
};

}  // namespace

Result<Config> parse_config(std::string file, std::string_view text) {
  return ConfigReader(std::move(file), text).read();
}

}  // namespace modgraph
