#include "importers/module_cache/linked_file.h"

#include <sys/stat.h>

#include <utility>

namespace modgraph {

Errors unquoted_if_link(const std::string& path, Errors errors) {
  struct stat info {};
  if (errors.empty() || lstat(path.c_str(), &info) != 0 ||
      !S_ISLNK(info.st_mode))
    return errors;
  Error& first = errors.front();
  return {{first.kind,
           "the file that this link leads to is not what its name says; its "
           "text is not shown",
           std::move(first.where),
           {},
           "mend that file, or put the file itself here"}};
}

}  // namespace modgraph
