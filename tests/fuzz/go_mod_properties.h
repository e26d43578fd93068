#pragma once

// What holds for any bytes that are read as a go.mod or go.work: a manifest, or
// errors that point into the file. Shared by their fuzz targets.

#include <string>
#include <string_view>

#include "engine/base/result.h"
#include "engine/base/utf8.h"
#include "engine/model/manifest.h"
#include "exporters/go_output/go_mod_json.h"
#include "tests/fuzz/fuzz.h"

namespace modgraph::fuzz {

inline void check_span(const SourceSpan& span, std::string_view text) {
  must(span.byte < span.end_byte && span.end_byte <= text.size());
  must(span.line >= 1 && span.column >= 1);
  must(span.end_line > span.line || span.end_column > span.column);
}

template <class List>
void check_spans(const List& list, std::string_view text) {
  for (const auto& item : list) check_span(item.where, text);
}

inline void check_manifest(const Manifest& manifest, std::string_view text) {
  must(manifest.text == text);
  if (manifest.module) check_span(manifest.module->where, text);
  if (manifest.go) check_span(manifest.go->where, text);
  if (manifest.toolchain) check_span(manifest.toolchain->where, text);
  check_spans(manifest.godebug, text);
  check_spans(manifest.require, text);
  check_spans(manifest.exclude, text);
  check_spans(manifest.replace, text);
  check_spans(manifest.retract, text);
  check_spans(manifest.tool, text);
  check_spans(manifest.ignore, text);
  check_spans(manifest.use, text);
  // JSON is text: nothing of the input may break out of it.
  const std::string json = go_mod_json(manifest);
  must(json.starts_with('{') && json.ends_with("}\n"));
  must(valid_utf8_prefix(json) == json.size());
}

inline void check(const Result<Manifest>& manifest, std::string_view text) {
  if (manifest)
    check_manifest(*manifest, text);
  else
    check_errors(manifest.error(), text);
}

}  // namespace modgraph::fuzz
