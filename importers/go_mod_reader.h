#pragma once

// Reading single directives of a go.mod or go.work file into a Manifest. This
// is the inside of importers/go_mod.h.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/base/result.h"
#include "engine/model/manifest.h"
#include "importers/go_mod_directives.h"
#include "importers/go_mod_error.h"
#include "importers/go_mod_syntax.h"

namespace modgraph {

/// The three ways in which the go command reads a go.mod.
enum class GoModReading : std::uint8_t {
  kEdit,        // `go mod edit`, and every go.work
  kMainModule,  // as the module to be built
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
/// line, the verb unless it stands in a block. `head` is the line that opens
/// the block, nullptr outside of blocks.
struct DirectiveLine {
  const GoModDirective* directive = nullptr;
  std::span<const GoModToken> words;
  GoModToken start;
  const GoModLine* line = nullptr;
  const GoModLine* head = nullptr;

  std::string_view verb() const { return directive->name; }
};

/// Reads one directive, or appends to the errors why it cannot be read.
void read_directive(GoModReader& reader, const DirectiveLine& line);

// The directives about versions of modules (go_mod_versions.cc).
void read_requirement(GoModReader& reader, const DirectiveLine& line);
void read_exclusion(GoModReader& reader, const DirectiveLine& line);
void read_replacement(GoModReader& reader, const DirectiveLine& line);
void read_retraction(GoModReader& reader, const DirectiveLine& line);

/// Where a directive stands, from its first to its last word.
SourceSpan span_of(const GoModReader& reader, const DirectiveLine& line);

void complain(GoModReader& reader, const GoModToken& at,
              GoModComplaint complaint);

/// An argument without its quotes. Raw strings and quotes inside a word are
/// refused; then nothing is returned.
std::optional<std::string> read_text(GoModReader& reader,
                                     const GoModToken& word);

/// A version argument of the module at `path`, canonical, by the rule of the
/// reading (see importers/go_mod.h).
std::optional<std::string> read_version(GoModReader& reader,
                                        const DirectiveLine& line,
                                        std::string_view path,
                                        const GoModToken& word);

}  // namespace modgraph
