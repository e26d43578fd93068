#pragma once

// Where the boxes of a picture lead: a web address with places for a module.

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/report/picture.h"

namespace modgraph {

/// An http or https address in which {path} stands for the path of a module,
/// {version} for its version and {module} for "path@version" (the path alone
/// where there is no version). What is put in is percent-encoded but for '/'
/// and '@'; the host is always written out.
/// Source: RFC 3986.
/// Tested by tests/engine/report/views/link_template_test.cc.
class LinkTemplate {
 public:
  /// Fails (kUsage) when it is no http(s) address, when its host is not
  /// written out, when a place is unknown or there is none, or when a character
  /// has no place in an address.
  static Result<LinkTemplate> parse(std::string_view text);

  /// "" for what is no module path (empty elements, "." and ".."), and where
  /// the template asks for a version that is not there. O(length).
  std::string link(std::string_view path, std::string_view version) const;

 private:
  struct Piece {
    std::string text;  // as it is, or the name of a place
    bool is_place = false;
  };
  std::vector<Piece> pieces_;
};

/// The picture with a link on every box of a single module that is published
/// somewhere: not on main modules, and not on groups.
Picture with_links(Picture picture, const LinkTemplate& links);

}  // namespace modgraph
