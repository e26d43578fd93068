#pragma once

// The text that `go mod graph` prints: one requirement per line, "from to",
// each "path@version", or "path" alone for a main module.
//
//   example.com/app example.com/lib@v1.2.0
//   example.com/lib@v1.2.0 golang.org/x/text@v0.3.0
//   example.com/app go@1.22
//
// LF or CRLF; a byte order mark; the last newline may be missing; blank lines
// are skipped; repeated lines are kept. The text is streamed, because 10^7
// requirements are 700 MB of it: feed() takes chunks cut anywhere.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "engine/base/result.h"
#include "engine/model/graph_builder.h"

namespace modgraph {

/// The requirements of a graph text, and its size.
struct GraphText {
  GraphBuilder builder;
  std::uint64_t lines = 0;
  /// Whether the last line has no newline: it may be cut off.
  bool ends_inside_line = false;
};

class GraphTextReader {
 public:
  /// Lines longer than this are refused, bytes.
  static constexpr std::size_t kLongestLine = std::size_t{1} << 20;

  /// `file` is how errors name the input.
  explicit GraphTextReader(std::string file) : file_(std::move(file)) {}

  /// How many bytes will come, if known: saves growing tables. An estimate is
  /// enough.
  void expect(std::uint64_t bytes) { expected_ = bytes; }

  /// Takes the next bytes. Fails (kInput) at the first wrong line: not two fields, an
  /// empty path or version, an invalid version, control characters, invalid
  /// UTF-8, over-long. After a failure, do not call it again. O(chunk),
  /// amortised.
  Result<void> feed(std::string_view chunk);

  /// The whole graph. Fails (kInput) on a wrong last line, or if there was no
  /// requirement.
  Result<GraphText> finish() &&;

 private:
  static constexpr std::size_t kBatch = 64;  // lines per hash table batch

  Result<void> take_lines(std::string_view text);
  const char* take_plain_line(const char* at, const char* end);
  Result<void> take_line(std::string_view line);
  void wait(std::string_view line, std::string_view from, std::string_view to);
  Result<void> check_names(std::span<const GraphBuilder::Handle> handles,
                           std::size_t known) const;
  Result<void> flush();
  void make_room(std::uint64_t taken);
  Result<void> refuse(std::string_view line, std::string_view at,
                      std::string message);
  Error wrong_line(std::string_view line, std::uint64_t number,
                   std::string_view at, std::string message) const;

  std::string file_;
  GraphText out_;
  std::uint64_t expected_ = 0;  // bytes; 0: not known, or no longer of use
  std::uint64_t taken_ = 0;     // bytes, of the texts before this one
  std::string first_line_;      // its beginning, to guess what a file really is
  std::string carry_;           // the unfinished last line of the chunks so far
  // Of the line before: in the text or, after a flush, in the builder.
  std::string_view source_;
  GraphBuilder::Handle last_handle_ = 0;

  // Lines waiting for the hash table. names_ holds each line's target, and
  // before it the source where it differs from the line before.
  std::size_t pending_lines_ = 0;
  std::size_t pending_names_ = 0;
  std::array<std::string_view, kBatch> line_text_;
  std::array<std::uint64_t, kBatch> line_number_{};
  std::array<std::uint8_t, kBatch> target_of_line_{};  // in names_
  std::array<std::string_view, 2 * kBatch> names_;
};

/// The same for text in memory. O(length).
Result<GraphText> parse_graph_text(std::string file, std::string_view text);

}  // namespace modgraph
