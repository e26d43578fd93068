#include "engine/model/manifest_edit.h"

namespace modgraph {
namespace {

std::string spelled(const ModuleVersion& module) {
  return module.version.empty() ? module.path
                                : module.path + "@" + module.version;
}

}  // namespace

std::string_view flag_name(EditKind kind) {
  switch (kind) {
    case EditKind::kRequire:
      return "require";
    case EditKind::kDropRequire:
      return "droprequire";
    case EditKind::kExclude:
      return "exclude";
    case EditKind::kDropExclude:
      return "dropexclude";
    case EditKind::kReplace:
      return "replace";
    case EditKind::kDropReplace:
      return "dropreplace";
    case EditKind::kGo:
      return "go";
    case EditKind::kToolchain:
      return "toolchain";
  }
  return "";
}

std::string flag_argument(const ManifestEdit& edit) {
  switch (edit.kind) {
    case EditKind::kDropRequire:
      return edit.module.path;
    case EditKind::kReplace:
      return spelled(edit.module) + "=" + spelled(edit.replacement);
    case EditKind::kGo:
    case EditKind::kToolchain:
      return edit.module.version;
    case EditKind::kRequire:
    case EditKind::kExclude:
    case EditKind::kDropExclude:
    case EditKind::kDropReplace:
      break;
  }
  return spelled(edit.module);
}

std::string flag_of(const ManifestEdit& edit) {
  return "-" + std::string(flag_name(edit.kind)) + "=" + flag_argument(edit);
}

}  // namespace modgraph
