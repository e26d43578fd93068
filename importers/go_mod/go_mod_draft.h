#pragma once

// A go.mod or go.work file while it is edited: lines are added, changed and
// removed where `go mod edit` would do it, and all others keep their place,
// words and comments. Knows blocks and verbs, not their meaning. This is the
// inside of importers/go_mod/go_mod_edit.h.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "importers/go_mod/go_mod_syntax.h"

namespace modgraph {

/// A line of a draft. Remains valid when other lines are added or removed.
enum class DraftLine : std::uint32_t {};

/// How the lines of exclude blocks are ordered; Go 1.21 changed it.
enum class ExcludeOrder : std::uint8_t { kByWords, kByVersion };

class GoModDraft {
 public:
  using Words = std::vector<std::string>;  // the verb first

  /// Requires a text that parses without errors.
  GoModDraft(std::string_view file, std::string text);
  GoModDraft(const GoModDraft&) = delete;  // syntax_ points into text_
  GoModDraft& operator=(const GoModDraft&) = delete;

  /// The line whose first word, without its verb if it is in a block, begins at
  /// this byte of the file. O(log lines).
  DraftLine line_at(std::uint32_t byte) const;

  /// The argument at `index`, or its verb, as it is written.
  std::string_view argument(DraftLine line, std::size_t index) const;
  void set_argument(DraftLine line, std::size_t index, std::string_view word);

  /// Replaces the words and keeps the comments.
  void set_words(DraftLine line, const Words& words);

  /// Removes the line and its comments.
  void remove(DraftLine line);

  /// Adds a line at the end of the last block of its verb. A single line of
  /// this verb becomes a block; without any, the new line goes to the end of
  /// the file. O(statements), like the next three.
  DraftLine add_to_last_block(const Words& words);

  /// Adds a line directly after another: in its block if the verbs are the same
  /// (a block is made if there is none), else after its statement.
  DraftLine add_behind(DraftLine line, const Words& words);

  DraftLine add_at_end(const Words& words);

  /// Adds a line after the comments at the beginning of the file.
  DraftLine add_at_start(const Words& words);

  /// Sorts the lines of each block, drops empty blocks, makes a block of one
  /// line a line, and prints the file. O(length log length).
  std::string finish(ExcludeOrder order) &&;

 private:
  static constexpr std::uint32_t kNoBlock = UINT32_MAX;
  struct State {
    std::uint32_t block = kNoBlock;
    bool removed = false;
  };

  struct Place {
    std::uint32_t byte;
    DraftLine line;
  };

  std::string_view word(std::uint32_t line, std::size_t index) const;
  std::string_view verb_of(const GoModStatement& statement) const;
  GoModToken new_word(std::string_view text);
  std::uint32_t new_line(const Words& words, std::uint32_t block);
  DraftLine insert_statement(std::size_t at, const Words& words);
  std::size_t statement_of(std::uint32_t line) const;
  void make_block(GoModStatement& statement);
  DraftLine add_to_block(std::uint32_t block, std::size_t at,
                         const Words& words);

  GoModRange joined(std::vector<GoModComment>& comments, GoModRange first,
                    GoModRange second);
  void clean_block(GoModStatement& statement);
  void sort_block(const GoModStatement& statement, ExcludeOrder order);

  std::string text_;  // the file, then the words that are new
  GoModSyntax syntax_;
  std::vector<Place> places_;  // of the lines that have words, as they were
  std::vector<State> states_;  // by line
  std::vector<std::vector<std::uint32_t>> members_;  // lines, by block
};

}  // namespace modgraph
