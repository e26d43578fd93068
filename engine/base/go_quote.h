#pragma once

// Go string literals, and when a word of a go.mod file has to be one.
// Source: go.dev/ref/spec#String_literals, go.dev/ref/mod#go-mod-file-lexical,
// and the behaviour of strconv.Quote and golang.org/x/mod/modfile.

#include <string>
#include <string_view>

namespace modgraph {

/// `text` as a Go string literal: "..." with the escapes \a \b \f \n \r \t \v
/// \\ \" and, for what cannot be printed, \x7f, \u0085 and \U000e0001. A byte
/// that is not UTF-8 becomes \xff. O(length).
std::string quote_go_string(std::string_view text);

/// Whether `text` is a word of a go.mod file only between quotes: it is empty,
/// or has a space, a quote, a bracket or a comma among other characters, "//",
/// "/*", or something that cannot be printed. O(length).
bool must_quote_go_mod_word(std::string_view text);

/// The text itself or, where that is no word, its literal.
std::string go_mod_word(std::string_view text);

}  // namespace modgraph
