#include "importers/module_cache/linked_file.h"

#include <utility>

namespace modgraph {

Errors unquoted_if_link(const FileTree& tree, const std::string& path,
                        Errors errors) {
  if (errors.empty() || !tree.is_link(path)) return errors;
  Error& first = errors.front();
  return {{first.kind,
           "the file that this link leads to is not what its name says; its "
           "text is not shown",
           std::move(first.where),
           {},
           "mend that file, or put the file itself here"}};
}

Errors unquoted_if_link(const std::string& path, Errors errors) {
  return unquoted_if_link(disk(), path, std::move(errors));
}

}  // namespace modgraph
