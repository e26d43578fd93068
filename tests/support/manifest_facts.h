#pragma once

// A manifest, or the errors of a file, in one line, so that a test is one line.

#include <string>

#include "engine/base/result.h"
#include "engine/model/manifest.h"

namespace modgraph::test {

/// "module m | go 1.21 | require a v1.0.0 indirect", in the order of the fields
/// of Manifest; or "!2:5 unknown directive: 'x' | ...".
std::string facts(const Result<Manifest>& manifest);

/// Where its directives stand: "require 4:2-4:10 [30,38) block | ...".
std::string places(const Manifest& manifest);

/// What users read about a file: place, sentence, source line, caret and hint
/// of every error.
std::string sentences(const Errors& errors);

/// Why these errors cannot be about that text; "" if they can. An error has the
/// name of the file, one sentence, and a line of the file, or none at all.
std::string misplaced(const Errors& errors, std::string_view file,
                      std::string_view text);

}  // namespace modgraph::test
