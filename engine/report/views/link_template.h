#pragma once

// Where the boxes of a picture link to: a web address with placeholders for a
// module.

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/report/picture.h"

namespace modgraph {

/// An http or https address in which {path} stands for the path of a module,
/// {version} for its version and {module} for "path@version" (the path alone
/// where there is no version). Values are percent-encoded except for '/' and
/// '@'; the host is always written out.
/// Source: RFC 3986.
/// Tested by tests/engine/report/views/link_template_test.cc.
class LinkTemplate {
 public:
  /// Fails (kUsage) if it is not an http(s) address, if its host is not written
  /// out, if it has an unknown placeholder or none, or if a character is not
  /// allowed in an address.
  static Result<LinkTemplate> parse(std::string_view text);

  /// "" for what is not a module path (empty elements, "." and ".."), and if
  /// the template has {version} but `version` is empty. O(length).
  std::string link(std::string_view path, std::string_view version) const;

 private:
  struct Piece {
    std::string text;  // as it is, or the name of a placeholder
    bool is_place = false;
  };
  std::vector<Piece> pieces_;
};

/// The picture with a link on every box of one published module: not on main
/// modules, and not on groups.
Picture with_links(Picture picture, const LinkTemplate& links);

}  // namespace modgraph
