#include "importers/module_folder/config.h"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "importers/module_folder/config_policy.h"
#include "importers/module_folder/config_reader.h"
#include "importers/module_folder/yaml_tree.h"

namespace modgraph {
namespace {

using Node = const YamlNode&;

void check_named_once(ConfigReader& reader,
                      const std::vector<ConfigValue>& files) {
  std::vector<const ConfigValue*> sorted;
  for (const ConfigValue& value : files) sorted.push_back(&value);
  std::sort(sorted.begin(), sorted.end(), [](auto* a, auto* b) {
    return std::tie(a->value, a->where.line, a->where.column) <
           std::tie(b->value, b->where.line, b->where.column);
  });
  for (std::size_t i = 1; i < sorted.size(); ++i)
    if (sorted[i]->value == sorted[i - 1]->value)
      reader.wrong(sorted[i]->where,
                   fmt::format("'{}' is named twice",
                               ConfigReader::shown(sorted[i]->value)),
                   "name it once");
}

void read_inputs(ConfigReader& reader, Node node, Config& out) {
  reader.mapping(
      node, {{"graph", [&](Node n) { out.graph = reader.scalar(n); }},
             {"mod",
              [&](Node n) {
                out.mod = reader.scalars(n, kMaxConfigList);
                check_named_once(reader, out.mod);
              }},
             {"list", [&](Node n) { out.list = reader.scalar(n); }},
             {"packages", [&](Node n) { out.packages = reader.scalar(n); }},
             {"timings", [&](Node n) { out.timings = reader.scalar(n); }}});
}

void read_baseline_setting(ConfigReader& reader, Node node, Config& out) {
  if (node.kind != YamlNode::Kind::kMapping) {
    out.baseline = reader.scalar(node);
    return;
  }
  reader.mapping(node,
                 {{"file", [&](Node n) { out.baseline = reader.scalar(n); }},
                  {"ratchet", [&](Node n) {
                     out.ratchet = reader.flag(n);
                     out.ratchet_where = n.where;
                   }}});
}

// One word says what all others mean, so that they may change one day.
class VersionCheck {
 public:
  void read(ConfigReader& reader, Node node, ConfigValue& out) {
    has_version_ = true;
    out = reader.scalar(node);
    if (!out.value.empty() && out.value != "1")
      reader.wrong(node.where,
                   fmt::format("version '{}' of the settings is not known",
                               ConfigReader::shown(out.value)),
                   "this program reads version 1");
  }

  void needs(Node node) {
    if (first_.file.empty()) first_ = node.where;
  }

  void finish(ConfigReader& reader) const {
    if (!has_version_ && !first_.file.empty())
      reader.wrong(first_, "the settings do not say their version",
                   "write `version: 1` in the first line");
  }

 private:
  bool has_version_ = false;
  SourcePosition first_;  // of what needs one
};

void read_top(ConfigReader& reader, Node root, Config& out) {
  VersionCheck version;
  const auto of_version = [&](auto read) {
    return [&version, read](Node n) {
      version.needs(n);
      read(n);
    };
  };
  reader.mapping(
      root,
      {{"version", [&](Node n) { version.read(reader, n, out.version); }},
       {"inputs", [&](Node n) { read_inputs(reader, n, out); }},
       {"fail-on",
        [&](Node n) {
          if (reader.level(n)) out.fail_on = {n.text, n.where};
        }},
       {"rules", of_version([&](Node n) { read_rules(reader, n, out.rules); })},
       {"ignore",
        of_version([&](Node n) { read_ignores(reader, n, out.ignore); })},
       {"policy",
        of_version([&](Node n) { read_policy(reader, n, out.policy); })},
       {"baseline",
        of_version([&](Node n) { read_baseline_setting(reader, n, out); })}});
  version.finish(reader);
}

}  // namespace

Result<Config> parse_config(std::string file, std::string_view text,
                            std::span<const RuleName> rules) {
  if (text.size() > kMaxConfigBytes)
    return fail(usage_error(
        SourcePosition{std::move(file)},
        fmt::format("the settings are larger than {} bytes", kMaxConfigBytes),
        "patterns say in a line what lists say in hundreds: golang.org/x/**"));
  const auto tree = YamlTree::parse(file, text);
  if (!tree) return fail(tree.error());
  ConfigReader reader(std::move(file), text, rules);
  Config out;
  if (tree->root().kind != YamlNode::Kind::kNull)
    read_top(reader, tree->root(), out);
  if (Errors errors = reader.take_errors(); !errors.empty())
    return fail(std::move(errors));
  return out;
}

}  // namespace modgraph
