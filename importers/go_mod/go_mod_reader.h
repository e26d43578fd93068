#pragma once

// Reading single directives of a go.mod or go.work file into a Manifest. This
// is the inside of importers/go_mod/go_mod.h.
// Source: go.dev/ref/mod#go-mod-file, and the behaviour of
// golang.org/x/mod/modfile as of Go 1.26.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/base/result.h"
#include "engine/model/manifest.h"
#include "importers/go_mod/go_mod_directives.h"
#include "importers/go_mod/go_mod_error.h"
#include "importers/go_mod/go_mod_syntax.h"

namespace modgraph {

/// The three ways in which the go command reads a go.mod.
enum class GoModReading : std::uint8_t {
  kEdit,        // `go mod edit`, and every go.work
  kMainModule,  // as the module that is built
  kDependency,  // lax: what a newer Go may have written is skipped
};

/// What is being read, and what has been found so far.
struct GoModReader {
  const GoModSyntax& syntax;
  GoModReading reading = GoModReading::kEdit;
  Manifest out;
  Errors errors;
};

/// One directive. `words` are its arguments; `start` is the first word of the
/// line, the verb unless it is in a block. `head` is the line that opens the
/// block, nullptr outside of blocks.
struct DirectiveLine {
  const GoModDirective* directive = nullptr;
  std::span<const GoModToken> words;
  GoModToken start;
  const GoModLine* line = nullptr;
  const GoModLine* head = nullptr;

  std::string_view verb() const { return directive->name; }
};

/// Appends an error at a word.
void complain(GoModReader& reader, const GoModToken& at,
              GoModComplaint complaint);

/// Reads one directive, or appends to the errors why it cannot be read.
void read_directive(GoModReader& reader, const DirectiveLine& line);

}  // namespace modgraph
