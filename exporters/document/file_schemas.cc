#include "exporters/document/file_schemas.h"

#include <array>

#include "engine/findings/rules.h"
#include "exporters/text/escape.h"

namespace modgraph {
namespace {

constexpr std::string_view kConfigSays =
    "The settings of a folder, .modgraph.yaml";
constexpr std::string_view kBaselineSays =
    "Findings that are known, .modgraph-baseline.json";

// Behind it the names of the rules, then the rest.
constexpr std::string_view kConfigSchema = R"json({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "modgraph config",
  "description": "The settings of a folder, .modgraph.yaml",
  "type": ["object", "null"],
  "additionalProperties": false,
  "properties": {
    "version": {"description": "of the settings; needed for all but inputs and fail-on", "const": 1},
    "inputs": {
      "description": "files, relative to the folder of the settings; in a repository only files in it",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "graph": {"description": "what `go mod graph` printed", "$ref": "#/$defs/file"},
        "mod": {"description": "go.mod files of main modules", "$ref": "#/$defs/files"},
        "list": {"description": "what `go list -m -json all` printed", "$ref": "#/$defs/file"},
        "packages": {"description": "what `go list -deps -test -json ./...` printed", "$ref": "#/$defs/file"},
        "timings": {"description": "an action graph of `go build`, or a table", "$ref": "#/$defs/file"}
      }
    },
    "fail-on": {"description": "from which level on findings make `modgraph analyze` fail; none is not followed in a repository", "$ref": "#/$defs/level"},
    "rules": {
      "description": "levels of rules, by code or name",
      "type": "object",
      "propertyNames": {"$ref": "#/$defs/rule"},
      "additionalProperties": {
        "anyOf": [
          {"$ref": "#/$defs/level"},
          {
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "level": {"description": "of its findings", "$ref": "#/$defs/level"},
              "ignore": {"description": "modules that it is silent about", "$ref": "#/$defs/patterns"}
            }
          }
        ]
      }
    },
    "ignore": {
      "description": "findings that are fine: they are reported as suppressed",
      "type": "array",
      "items": {
        "type": "object",
        "additionalProperties": false,
        "required": ["rule", "reason"],
        "properties": {
          "rule": {
            "description": "a rule by code or name, or several",
            "anyOf": [{"$ref": "#/$defs/rule"}, {"type": "array", "items": {"$ref": "#/$defs/rule"}, "minItems": 1, "maxItems": 1000}]
          },
          "module": {"description": "what the finding is about; absent: whatever it is", "$ref": "#/$defs/patterns"},
          "in": {"description": "the folder of the main module", "$ref": "#/$defs/pattern"},
          "reason": {"description": "why", "$ref": "#/$defs/reason"},
          "until": {"description": "the last silent day", "type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"}
        }
      }
    },
    "policy": {
      "description": "what is not wanted in builds",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "banned": {
          "description": "modules that must not be in the build list (MG0001)",
          "type": "array",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "required": ["module", "reason"],
            "properties": {
              "module": {"description": "which", "$ref": "#/$defs/pattern"},
              "versions": {
                "description": "bounds that all hold, as in \">= v1.0.0, < v1.2.0\", or one version; absent: all versions",
                "type": "string",
                "pattern": "^ *(<=|>=|<|>)? *v(0|[1-9][0-9]*)([.+-][^ ,]*)? *(, *(<=|>=|<|>)? *v(0|[1-9][0-9]*)([.+-][^ ,]*)? *)*$"
              },
              "reason": {"description": "why", "$ref": "#/$defs/reason"},
              "use": {"description": "what to use instead: a module, or MODULE@VERSION", "type": "string", "minLength": 1},
              "allow-from": {"description": "it is allowed while all who require it are of these", "$ref": "#/$defs/patterns"},
              "direct": {"description": "only as a direct requirement", "type": "boolean"},
              "level": {"description": "instead of the rule's", "$ref": "#/$defs/level"}
            }
          }
        },
        "limits": {
          "description": "how large a build may become (MG0002)",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "modules": {"description": "in the build list", "$ref": "#/$defs/count"},
            "direct": {"description": "direct requirements", "$ref": "#/$defs/count"},
            "longest-chain": {"description": "in modules", "$ref": "#/$defs/count"},
            "new-exclusive": {"description": "modules that one new direct dependency brings; with --new-from-rev", "$ref": "#/$defs/count"},
            "drift": {"description": "versions at which main modules require one module", "$ref": "#/$defs/count"},
            "go": {
              "description": "the go line of a main module at most",
              "type": "string",
              "pattern": "^(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*)((\\.|[a-z]+)(0|[1-9][0-9]*))?)?$"
            }
          }
        },
        "forbidden-edges": {
          "description": "modules that must not depend on others (MG0003)",
          "type": "array",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "required": ["from", "to", "reason"],
            "properties": {
              "from": {"description": "who", "$ref": "#/$defs/pattern"},
              "to": {"description": "on whom", "$ref": "#/$defs/pattern"},
              "reason": {"description": "why", "$ref": "#/$defs/reason"},
              "direct": {"description": "only a requirement of its own go.mod", "type": "boolean"},
              "level": {"description": "instead of the rule's", "$ref": "#/$defs/level"}
            }
          }
        },
        "replace": {
          "description": "what may stand in the place of a module (MG0004)",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "allow": {"description": "modules and folders; absent: any", "$ref": "#/$defs/patterns"},
            "versions-only": {"description": "no folders", "type": "boolean"},
            "level": {"description": "instead of the rule's", "$ref": "#/$defs/level"}
          }
        }
      }
    },
    "baseline": {
      "description": "the file of known findings; absent: the nearest .modgraph-baseline.json",
      "anyOf": [
        {"$ref": "#/$defs/file"},
        {
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "file": {"description": "relative to the folder of the settings", "$ref": "#/$defs/file"},
            "ratchet": {"description": "what it lists and is gone is an error", "type": "boolean"}
          }
        }
      ]
    }
  },
  "if": {"anyOf": [{"required": ["rules"]}, {"required": ["ignore"]}, {"required": ["policy"]}, {"required": ["baseline"]}]},
  "then": {"required": ["version"]},
  "$defs": {
    "file": {"type": "string", "minLength": 1},
    "files": {"anyOf": [{"$ref": "#/$defs/file"}, {"type": "array", "items": {"$ref": "#/$defs/file"}, "uniqueItems": true, "maxItems": 1000}]},
    "level": {"enum": ["error", "warning", "note", "none"]},
    "pattern": {
      "description": "* within one element of a path, ** any number of elements",
      "type": "string",
      "minLength": 1,
      "maxLength": 500,
      "pattern": "^[^!]"
    },
    "patterns": {
      "description": "one pattern or several; the last one that matches decides, and !x takes away",
      "anyOf": [
        {"$ref": "#/$defs/pattern"},
        {
          "type": "array",
          "items": {"type": "string", "minLength": 1, "maxLength": 500, "not": {"const": "!"}},
          "maxItems": 1000,
          "anyOf": [{"maxItems": 0}, {"contains": {"pattern": "^[^!]"}}]
        }
      ]
    },
    "reason": {"type": "string", "minLength": 3, "maxLength": 500},
    "count": {"type": "integer", "minimum": 0, "maximum": 18446744073709551615},
    "rule": {"enum": [)json";
constexpr std::string_view kConfigSchemaEnd = R"json(]}
  }
}
)json";

constexpr std::string_view kBaselineSchema = R"json({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "modgraph baseline",
  "description": "Findings that are known, .modgraph-baseline.json",
  "type": "object",
  "additionalProperties": false,
  "required": ["version", "findings"],
  "properties": {
    "version": {"description": "of the file", "const": 1},
    "findings": {
      "description": "one a line, by rule, main module and subject",
      "type": "array",
      "items": {
        "type": "object",
        "additionalProperties": false,
        "required": ["rule", "main", "subject"],
        "properties": {
          "rule": {"description": "its code", "type": "string", "minLength": 1},
          "main": {"description": "the main module whose file it is about; several: by blanks; none: between main modules", "type": "string"},
          "subject": {"description": "the modules that it is about, ascending, by blanks", "type": "string"},
          "fingerprint": {"description": "of the three, for readers", "type": "string"},
          "count": {"description": "findings with the same three; 1 if absent", "type": "integer", "minimum": 1},
          "reason": {"description": "why it is fine for now", "type": "string"}
        }
      }
    }
  }
}
)json";

void write_config_schema(Sink& out) {
  out.put(kConfigSchema);
  bool is_first = true;
  for (const Rule& rule : rules())
    for (const std::string_view name : {rule.code, rule.name}) {
      if (!is_first) out.put(", ");
      is_first = false;
      put_json_string(out, name);
    }
  out.put(kConfigSchemaEnd);
}

void write_baseline_schema(Sink& out) { out.put(kBaselineSchema); }

constexpr std::array kFileSchemas = {
    FileSchema{"config", kConfigSays, write_config_schema},
    FileSchema{"baseline", kBaselineSays, write_baseline_schema},
};

}  // namespace

std::span<const FileSchema> file_schemas() { return kFileSchemas; }

}  // namespace modgraph
