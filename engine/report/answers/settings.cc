#include "engine/report/answers/settings.h"

#include <algorithm>
#include <optional>

#include "engine/findings/rules.h"
#include "engine/model/level.h"

namespace modgraph {
namespace {

constexpr FieldShape origin_field() {
  return optional_field("location", FieldType::kLocation,
                        "where it is set; null: it is not, and this is the "
                        "default");
}

constexpr FieldShape kSettingsFileFields[] = {
    field("file", FieldType::kText, "as files are named in answers"),
    field("sha256", FieldType::kText, "of its bytes, hexadecimal"),
    field(
        "of_repository", FieldType::kFlag,
        "it lies in the repository: it names files in there only, and fail-on "
        "can only lower the level that fails"),
};
constexpr RecordShape kSettingsFileShape{"settings_file", kSettingsFileFields};

constexpr FieldShape kFailOnFields[] = {
    field("level", FieldType::kText,
          "error, warning, note, or none: nothing fails"),
    origin_field(),
};
constexpr RecordShape kFailOnShape{"fail_on", kFailOnFields};

constexpr FieldShape kNamedInputFields[] = {
    field("kind", FieldType::kText, "graph, mod, list, packages or timings"),
    field("path", FieldType::kText, "relative to the folder of the settings"),
    origin_field(),
};
constexpr RecordShape kNamedInputShape{"settings_input", kNamedInputFields};

constexpr FieldShape kRuleLevelFields[] = {
    field("code", FieldType::kText, "MG and four digits"),
    field("name", FieldType::kText, "as settings may name it, too"),
    field("level", FieldType::kText, "of its findings: error to none"),
    field("default_level", FieldType::kText, "without settings"),
    list_of("ignore", FieldType::kText,
            "patterns of modules that it is silent about"),
    origin_field(),
};
constexpr RecordShape kRuleLevelShape{"rule_setting", kRuleLevelFields};

constexpr FieldShape kSilenceFields[] = {
    list_of("rules", FieldType::kText, "codes or names"),
    list_of("modules", FieldType::kText,
            "patterns of subjects; empty: whatever the finding is about"),
    field("in", FieldType::kText,
          "a pattern of the main module's folder; \"\": any"),
    field("reason", FieldType::kText, "why"),
    field("until", FieldType::kText, "the last silent day; \"\": for good"),
    origin_field(),
};
constexpr RecordShape kSilenceShape{"silence", kSilenceFields};

constexpr FieldShape kBanFields[] = {
    field("module", FieldType::kText, "a pattern of module paths"),
    field("versions", FieldType::kText,
          "bounds that all hold, as in \">= v1.0.0, < v1.2.0\"; \"\": every "
          "version"),
    field("reason", FieldType::kText, "why"),
    field("use", FieldType::kText, "what to use instead; \"\": not said"),
    list_of("allow_from", FieldType::kText,
            "patterns: allowed while all who require it match"),
    field("direct", FieldType::kFlag, "only as a direct requirement"),
    optional_field("level", FieldType::kText, "null: that of the rule"),
    origin_field(),
};
constexpr RecordShape kBanShape{"ban", kBanFields};

constexpr FieldShape kLimitFields[] = {
    field("limit", FieldType::kText,
          "modules, direct, longest-chain, new-exclusive or drift"),
    field("most", FieldType::kCount, "how many there may be"),
    origin_field(),
};
constexpr RecordShape kLimitShape{"limit", kLimitFields};

constexpr FieldShape kMaxGoFields[] = {
    field("version", FieldType::kText, "of Go"),
    origin_field(),
};
constexpr RecordShape kMaxGoShape{"highest_go", kMaxGoFields};

constexpr FieldShape kForbiddenFields[] = {
    field("from", FieldType::kText, "a pattern of module paths"),
    field("to", FieldType::kText, "a pattern of module paths"),
    field("reason", FieldType::kText, "why"),
    field("direct", FieldType::kFlag, "only a requirement of its own go.mod"),
    optional_field("level", FieldType::kText, "null: that of the rule"),
    origin_field(),
};
constexpr RecordShape kForbiddenShape{"forbidden_edge", kForbiddenFields};

constexpr FieldShape kTargetsFields[] = {
    optional_list_of("allow", FieldType::kText,
                     "patterns of modules and folders; null: any"),
    field("versions_only", FieldType::kFlag, "no folders"),
    optional_field("level", FieldType::kText, "null: that of the rule"),
    origin_field(),
};
constexpr RecordShape kTargetsShape{"replacement_targets", kTargetsFields};

constexpr FieldShape kBaselineFields[] = {
    field("file", FieldType::kText,
          "relative to the folder of the settings; \"\": the nearest "
          ".modgraph-baseline.json"),
    field("ratchet", FieldType::kFlag, "what it lists and is gone is an error"),
    origin_field(),
};
constexpr RecordShape kBaselineShape{"baseline_setting", kBaselineFields};

constexpr FieldShape kInForceFields[] = {
    optional_record("settings", kSettingsFileShape,
                    "the file; null: there is none"),
    record_field("fail_on", kFailOnShape,
                 "from which level on findings make `modgraph analyze` fail"),
    records("inputs", kNamedInputShape, "the inputs that are named"),
    records("rules", kRuleLevelShape, "all rules, by code"),
    records("ignore", kSilenceShape, "silences"),
    records("banned", kBanShape, "modules that must not be in the build"),
    records("limits", kLimitShape, "how large a build may become"),
    optional_record("highest_go", kMaxGoShape,
                    "what the go line of a main module may be; null: any"),
    records("forbidden_edges", kForbiddenShape,
            "modules that must not depend on others"),
    optional_record("replace", kTargetsShape,
                    "what may stand in the place of a module; null: anything"),
    record_field("baseline", kBaselineShape, "findings that are known"),
    list_of("not_followed", FieldType::kText,
            "what a repository must not set: \"fail-on: none\""),
};

// Settings write none for what reports call off.
std::string_view written_level(Level level) {
  return level == Level::kOff ? "none" : level_name(level);
}

std::string_view sign_of(VersionBound::Side side) {
  switch (side) {
    case VersionBound::Side::kAtLeast:
      return ">= ";
    case VersionBound::Side::kAbove:
      return "> ";
    case VersionBound::Side::kAtMost:
      return "<= ";
    case VersionBound::Side::kBelow:
      return "< ";
    case VersionBound::Side::kEqual:
      break;
  }
  return "";
}

class SettingsWriter {
 public:
  SettingsWriter(const SettingsInForce& settings, bool with_origins,
                 RecordWriter& out)
      : s_(settings), with_origins_(with_origins), out_(out) {}

  void write() {
    file();
    out_.record("fail_on", [&] {
      say("fail-on: {level}", s_.fail_on.where);
      out_.text("level", s_.fail_on.value);
      origin(s_.fail_on.where);
    });
    inputs();
    rule_levels();
    silences();
    bans();
    limits();
    forbidden_edges();
    targets();
    baseline();
    out_.texts("not_followed", s_.not_followed,
               {.title = "not followed", .shows_count = false});
  }

 private:
  // A sentence, and where it comes from if that is asked for.
  void say(std::string sentence, const SourcePosition& where) {
    if (with_origins_)
      sentence += where.line > 0 ? " ({location})" : " (default)";
    out_.say_made(sentence);
  }

  void origin(const SourcePosition& where) {
    if (where.line > 0)
      out_.location("location", Place{s_.file, where.line, where.column});
    else
      out_.unknown("location");
  }

  void level(const std::optional<Level>& level) {
    if (level)
      out_.text("level", written_level(*level));
    else
      out_.unknown("level");
  }

  void file() {
    if (s_.file.empty()) {
      out_.remark("no settings: these are the defaults");
      return out_.unknown("settings");
    }
    out_.record("settings", [&] {
      out_.say("settings: {file} (sha256 {sha256})");
      out_.text("file", s_.file);
      out_.text("sha256", s_.sha256);
      out_.flag("of_repository", s_.of_repository);
    });
  }

  void inputs() {
    out_.list("inputs", {.title = "inputs", .max_shown = s_.inputs.size()},
              s_.inputs, [&](const SettingsInForce::Input& input) {
                say("{kind}: {path}", input.path.where);
                out_.text("kind", input.kind);
                out_.text("path", input.path.value);
                origin(input.path.where);
              });
  }

  const RuleSetting* setting_of(const Rule& rule) const {
    for (const RuleSetting& setting : s_.rules)
      if (find_rule(setting.rule) == &rule) return &setting;
    return nullptr;
  }

  void rule_levels() {
    out_.list("rules", {.title = "rules", .max_shown = rules().size()}, rules(),
              [&](const Rule& rule) { rule_level(rule, setting_of(rule)); });
  }

  void rule_level(const Rule& rule, const RuleSetting* setting) {
    const SourcePosition where = setting ? setting->where : SourcePosition();
    const Level now =
        setting ? setting->level.value_or(rule.level) : rule.level;
    std::string sentence = "{code} {name}: {level}";
    if (now != rule.level) sentence += ", without settings {default_level}";
    if (setting && !setting->ignore.empty())
      sentence += ", but not about {ignore}";
    say(std::move(sentence), where);
    out_.text("code", rule.code);
    out_.text("name", rule.name);
    out_.text("level", written_level(now));
    out_.text("default_level", written_level(rule.level));
    out_.texts("ignore",
               setting ? setting->ignore : std::vector<std::string>());
    origin(where);
  }

  void silences() {
    out_.list("ignore", {.title = "silences", .max_shown = s_.ignore.size()},
              s_.ignore, [&](const Silence& silence) {
                std::string sentence = "{rules}";
                if (!silence.modules.empty()) sentence += " of {modules}";
                if (!silence.in.empty()) sentence += " in {in}";
                if (!silence.until.empty()) sentence += " until {until}";
                say(sentence + ": {reason}", silence.where);
                out_.texts("rules", silence.rules);
                out_.texts("modules", silence.modules);
                out_.text("in", silence.in);
                out_.text("reason", silence.reason);
                out_.text("until", silence.until);
                origin(silence.where);
              });
  }

  void bans() {
    out_.list(
        "banned", {.title = "banned", .max_shown = s_.policy.banned.size()},
        s_.policy.banned, [&](const Ban& ban) {
          std::string sentence = ban.direct ? "direct {module}" : "{module}";
          if (!ban.versions.empty()) sentence += " {versions}";
          if (!ban.allow_from.empty()) sentence += ", but from {allow_from}";
          sentence += ": {reason}";
          if (!ban.use.empty()) sentence += "; use {use}";
          if (ban.level) sentence += " ({level})";
          say(std::move(sentence), ban.where);
          out_.text("module", ban.module);
          out_.text("versions", bounds_text(ban.versions));
          out_.text("reason", ban.reason);
          out_.text("use", ban.use);
          out_.texts("allow_from", ban.allow_from);
          out_.flag("direct", ban.direct);
          level(ban.level);
          origin(ban.where);
        });
  }

  void limits() {
    struct Named {
      std::string_view name;
      const std::optional<Limits::Limit>& limit;
    };
    const Limits& l = s_.policy.limits;
    out_.begin_list("limits", {.title = "limits"});
    for (const Named& one : {Named{"modules", l.modules},
                             {"direct", l.direct},
                             {"longest-chain", l.longest_chain},
                             {"new-exclusive", l.new_exclusive},
                             {"drift", l.drift}}) {
      if (!one.limit) continue;
      out_.record({}, [&] {
        say("{limit}: {most}", one.limit->where);
        out_.text("limit", one.name);
        out_.count("most", one.limit->most);
        origin(one.limit->where);
      });
    }
    out_.end_list();
    if (l.go.empty()) return out_.unknown("highest_go");
    out_.record("highest_go", [&] {
      say("highest go line: {version}", l.go_where);
      out_.text("version", l.go);
      origin(l.go_where);
    });
  }

  void forbidden_edges() {
    const auto& edges = s_.policy.forbidden_edges;
    out_.list("forbidden_edges",
              {.title = "forbidden", .max_shown = edges.size()}, edges,
              [&](const ForbiddenEdge& edge) {
                std::string sentence =
                    edge.direct ? "{from} -> {to}, if direct: {reason}"
                                : "{from} -> {to}: {reason}";
                if (edge.level) sentence += " ({level})";
                say(std::move(sentence), edge.where);
                out_.text("from", edge.from);
                out_.text("to", edge.to);
                out_.text("reason", edge.reason);
                out_.flag("direct", edge.direct);
                level(edge.level);
                origin(edge.where);
              });
  }

  void targets() {
    if (!s_.policy.replace) return out_.unknown("replace");
    const ReplaceTargets& targets = *s_.policy.replace;
    out_.record("replace", [&] {
      std::string sentence = "replacements: ";
      if (targets.allow)
        sentence += targets.allow->empty() ? "none" : "{allow}";
      else
        sentence += "any";
      if (targets.versions_only) sentence += ", no folders";
      if (targets.level) sentence += " ({level})";
      say(std::move(sentence), targets.where);
      if (targets.allow)
        out_.texts("allow", *targets.allow);
      else
        out_.unknown("allow");
      out_.flag("versions_only", targets.versions_only);
      level(targets.level);
      origin(targets.where);
    });
  }

  void baseline() {
    out_.record("baseline", [&] {
      const SourcePosition& where =
          s_.baseline.value.empty() ? s_.ratchet_where : s_.baseline.where;
      std::string sentence = s_.baseline.value.empty()
                                 ? "baseline: the nearest, if there is one"
                                 : "baseline: {file}";
      if (s_.ratchet) sentence += ", which may only shrink";
      say(std::move(sentence), where);
      out_.text("file", s_.baseline.value);
      out_.flag("ratchet", s_.ratchet);
      origin(where);
    });
  }

  const SettingsInForce& s_;
  bool with_origins_;
  RecordWriter& out_;
};

}  // namespace

constexpr DocumentShape kSettingsInForceShape{
    "settings",
    "Which settings count here, and where does it say so?",
    {"settings", kInForceFields},
    "rules"};

Document settings_document(const SettingsInForce& settings, bool with_origins) {
  return Document(kSettingsInForceShape, [&](RecordWriter& out) {
    SettingsWriter(settings, with_origins, out).write();
  });
}

std::string bounds_text(const std::vector<VersionBound>& bounds) {
  std::string out;
  for (const VersionBound& bound : bounds)
    out.append(out.empty() ? "" : ", ")
        .append(sign_of(bound.side))
        .append(bound.version);
  return out;
}

}  // namespace modgraph
