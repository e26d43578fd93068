#pragma once

// What holds for any bytes that are read as a go.mod or go.work: a manifest, or
// errors that point into the file. Shared by their fuzz targets.

#include <cstdlib>
#include <string>
#include <string_view>

#include "engine/base/result.h"
#include "engine/base/utf8.h"
#include "engine/model/manifest.h"
#include "exporters/go_output/go_mod_json.h"

namespace modgraph::fuzz {

inline void must(bool holds) {
  if (!holds) std::abort();
}

inline std::string_view line_of(std::string_view text, int number) {
  for (; number > 1; --number) {
    const std::size_t end = text.find('\n');
    must(end != std::string_view::npos);
    text.remove_prefix(end + 1);
  }
  std::string_view line = text.substr(0, text.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

inline void check_errors(const Errors& errors, std::string_view text) {
  must(!errors.empty());
  for (const Error& error : errors) {
    must(!error.message.empty());
    must(error.where.file == "fuzz");
    if (error.where.line == 0) continue;
    const std::string_view line = line_of(text, error.where.line);
    must(error.excerpt == line);
    must(error.where.column >= 1);
    must(static_cast<std::size_t>(error.where.column) <=
         count_code_points(line) + 2);
  }
}

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
