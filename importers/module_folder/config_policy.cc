#include "importers/module_folder/config_policy.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "engine/base/calendar_date.h"
#include "engine/model/go_version.h"
#include "engine/model/version.h"

namespace modgraph {
namespace {

using Node = const YamlNode&;

constexpr const char* kReasonHint =
    "say why, as in reason: waiting for v2 of the module";
constexpr const char* kRuleHint =
    "name a rule by its code or name, as in rule: MG2002";
constexpr const char* kModuleHint =
    "name a module, or a pattern as in \"golang.org/x/**\"";

std::string_view trimmed_blanks(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

// ">= v0.8.0" to its bound.
std::optional<VersionBound> bound_of(std::string_view text) {
  using Side = VersionBound::Side;
  struct Sign {
    std::string_view sign;
    Side side;
  };
  constexpr std::array<Sign, 5> kSigns = {{{">=", Side::kAtLeast},
                                           {"<=", Side::kAtMost},
                                           {">", Side::kAbove},
                                           {"<", Side::kBelow},
                                           {"", Side::kEqual}}};
  text = trimmed_blanks(text);
  const auto* const sign =
      std::find_if(kSigns.begin(), kSigns.end(),
                   [&](const Sign& s) { return text.starts_with(s.sign); });
  const std::string version(trimmed_blanks(text.substr(sign->sign.size())));
  if (canonical_version(version).empty()) return std::nullopt;
  return VersionBound{sign->side, version};
}

// Whether some version can be within all bounds: the highest lower one is below
// the lowest upper one, or both are the same version, and it is within.
bool can_hold(const std::vector<VersionBound>& bounds) {
  using Side = VersionBound::Side;
  const VersionBound* low = nullptr;
  const VersionBound* high = nullptr;
  for (const VersionBound& b : bounds) {
    const auto against = [&](const VersionBound* other) {
      return compare_semver(b.version, other->version);
    };
    if (b.side != Side::kAtMost && b.side != Side::kBelow &&
        (low == nullptr || against(low) > 0 ||
         (against(low) == 0 && b.side == Side::kAbove)))
      low = &b;
    if (b.side != Side::kAtLeast && b.side != Side::kAbove &&
        (high == nullptr || against(high) < 0 ||
         (against(high) == 0 && b.side == Side::kBelow)))
      high = &b;
  }
  if (low == nullptr || high == nullptr) return true;
  const auto order = compare_semver(low->version, high->version);
  return order < 0 || (order == 0 && low->side != Side::kAbove &&
                       high->side != Side::kBelow);
}

std::vector<VersionBound> bounds_of(ConfigReader& reader, Node node) {
  std::vector<VersionBound> out;
  const std::string text = reader.text(node);
  if (text.empty()) return out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(',', at), text.size());
    const std::string_view part = std::string_view(text).substr(at, end - at);
    auto bound = bound_of(part);
    if (!bound) {
      reader.wrong(node.where,
                   fmt::format("'{}' is no version, and no bound of versions",
                               ConfigReader::shown(std::string(part))),
                   "write \">= v1.2.0, < v1.3.0\", or v1.2.3 for one version");
      return {};
    }
    out.push_back(std::move(*bound));
    at = end + 1;
  }
  if (!can_hold(out))
    reader.wrong(
        node.where,
        fmt::format("no version is within '{}'", ConfigReader::shown(text)),
        "all bounds hold together; write two bans for two ranges");
  return out;
}

Ban ban_of(ConfigReader& reader, Node node) {
  Ban out;
  out.where = node.where;
  reader.mapping(
      node,
      {{"module", [&](Node n) { out.module = reader.pattern(n); }},
       {"versions", [&](Node n) { out.versions = bounds_of(reader, n); }},
       {"reason", [&](Node n) { out.reason = reader.reason(n); }},
       {"use", [&](Node n) { out.use = reader.text(n); }},
       {"allow-from", [&](Node n) { out.allow_from = reader.patterns(n); }},
       {"direct", [&](Node n) { out.direct = reader.flag(n); }},
       {"level", [&](Node n) { out.level = reader.level(n); }}});
  reader.needs(node, "module", kModuleHint);
  reader.needs(node, "reason", kReasonHint);
  return out;
}

ForbiddenEdge edge_of(ConfigReader& reader, Node node) {
  ForbiddenEdge out;
  out.where = node.where;
  reader.mapping(node,
                 {{"from", [&](Node n) { out.from = reader.pattern(n); }},
                  {"to", [&](Node n) { out.to = reader.pattern(n); }},
                  {"reason", [&](Node n) { out.reason = reader.reason(n); }},
                  {"direct", [&](Node n) { out.direct = reader.flag(n); }},
                  {"level", [&](Node n) { out.level = reader.level(n); }}});
  reader.needs(node, "from", kModuleHint);
  reader.needs(node, "to", kModuleHint);
  reader.needs(node, "reason", kReasonHint);
  return out;
}

void read_limits(ConfigReader& reader, Node node, Limits& out) {
  const auto into = [&](std::optional<Limits::Limit>& limit) {
    return [&reader, &limit](Node n) {
      if (const auto most = reader.count(n))
        limit = Limits::Limit{*most, n.where};
    };
  };
  reader.mapping(node, {{"modules", into(out.modules)},
                        {"direct", into(out.direct)},
                        {"longest-chain", into(out.longest_chain)},
                        {"new-exclusive", into(out.new_exclusive)},
                        {"drift", into(out.drift)},
                        {"go", [&](Node n) {
                           out.go = reader.text(n);
                           out.go_where = n.where;
                           if (!out.go.empty() && !is_go_version(out.go))
                             reader.wrong(
                                 n.where,
                                 fmt::format("'{}' is no Go version",
                                             ConfigReader::shown(out.go)),
                                 "write one in quotes, as in "
                                 "\"1.25\"");
                         }}});
}

ReplaceTargets targets_of(ConfigReader& reader, Node node) {
  ReplaceTargets out;
  out.where = node.where;
  reader.mapping(
      node,
      {{"allow", [&](Node n) { out.allow = reader.patterns(n); }},
       {"versions-only", [&](Node n) { out.versions_only = reader.flag(n); }},
       {"level", [&](Node n) { out.level = reader.level(n); }}});
  return out;
}

std::vector<std::string> rules_named(ConfigReader& reader, Node node) {
  if (node.kind == YamlNode::Kind::kList && node.children.empty())
    reader.wrong(node.where, "no rule is named here", kRuleHint);
  return reader.rule_names(node);
}

Silence ignore_of(ConfigReader& reader, Node node) {
  Silence out;
  out.where = node.where;
  reader.mapping(node,
                 {{"rule", [&](Node n) { out.rules = rules_named(reader, n); }},
                  {"module", [&](Node n) { out.modules = reader.patterns(n); }},
                  {"in", [&](Node n) { out.in = reader.pattern(n); }},
                  {"reason", [&](Node n) { out.reason = reader.reason(n); }},
                  {"until", [&](Node n) {
                     out.until = reader.text(n);
                     if (!out.until.empty() && !is_calendar_date(out.until))
                       reader.wrong(n.where,
                                    fmt::format("'{}' is no day",
                                                ConfigReader::shown(out.until)),
                                    "write one as 2027-03-01");
                   }}});
  reader.needs(node, "rule", kRuleHint);
  reader.needs(node, "reason", kReasonHint);
  return out;
}

}  // namespace

void read_rules(ConfigReader& reader, const YamlNode& node,
                std::vector<RuleSetting>& out) {
  std::set<const RuleName*> set;
  reader.any_mapping(node, [&](Node key, Node value) {
    RuleSetting setting;
    const RuleName* known = nullptr;
    setting.rule = reader.rule(key, &known);
    setting.where = key.where;
    if (known != nullptr && !set.insert(known).second)
      reader.wrong(key.where,
                   fmt::format("{} is set twice: {} is its name", known->code,
                               known->name),
                   "keep one of them");
    if (value.kind == YamlNode::Kind::kMapping)
      reader.mapping(
          value,
          {{"level", [&](Node n) { setting.level = reader.level(n); }},
           {"ignore", [&](Node n) { setting.ignore = reader.patterns(n); }}});
    else
      setting.level = reader.level(value);
    out.push_back(std::move(setting));
  });
}

void read_ignores(ConfigReader& reader, const YamlNode& node,
                  std::vector<Silence>& out) {
  reader.list(node, [&](Node n) { out.push_back(ignore_of(reader, n)); });
}

void read_policy(ConfigReader& reader, const YamlNode& node, Policy& out) {
  reader.mapping(
      node,
      {{"banned",
        [&](Node n) {
          reader.list(n,
                      [&](Node e) { out.banned.push_back(ban_of(reader, e)); });
        }},
       {"limits", [&](Node n) { read_limits(reader, n, out.limits); }},
       {"forbidden-edges",
        [&](Node n) {
          reader.list(n, [&](Node e) {
            out.forbidden_edges.push_back(edge_of(reader, e));
          });
        }},
       {"replace", [&](Node n) { out.replace = targets_of(reader, n); }}});
}

}  // namespace modgraph
