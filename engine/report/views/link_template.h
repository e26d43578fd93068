#pragma once

// Where reports link to: a web address with placeholders for a module, or for
// a line of a file.

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/report/picture.h"

namespace modgraph {

/// An http or https address with placeholders, for modules or for lines of
/// files. For lines {file} stands for a path, from the root of the repository,
/// and {line} for a number. For modules {path} stands for the path of a module,
/// {version} for its version and {module} for "path@version" (the path alone
/// where there is no version). Values are percent-encoded except for '/' and
/// '@'; the host is always written out.
/// Source: RFC 3986.
/// Tested by tests/engine/report/views/link_template_test.cc.
class LinkTemplate {
 public:
  /// Fails (kUsage) if it is not an http(s) address, if its host is not written
  /// out, if it has an unknown placeholder, none, or of both kinds, or if a
  /// character is not allowed in an address.
  static Result<LinkTemplate> parse(std::string_view text);

  /// "" for what is not a module path (empty elements, "." and ".."), and if
  /// the template has {version} but `version` is empty. O(length).
  std::string link(std::string_view path, std::string_view version) const;

  /// Whether it is for lines of files.
  bool is_for_lines() const { return is_for_lines_; }
  /// "" for a file outside of the repository, or if it is for modules.
  std::string line_link(std::string_view file, int line) const;

 private:
  struct Piece {
    std::string text;  // as it is, or the name of a placeholder
    bool is_place = false;
  };
  std::vector<Piece> pieces_;
  bool is_for_lines_ = false;
};

/// The picture with a link on every box of one published module: not on main
/// modules, and not on groups.
Picture with_links(Picture picture, const LinkTemplate& links);

}  // namespace modgraph
