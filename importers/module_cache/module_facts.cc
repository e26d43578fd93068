#include "importers/module_cache/module_facts.h"

#include <fcntl.h>

#include <deque>
#include <utility>

#include "engine/base/file_path.h"
#include "engine/base/parallel.h"
#include "engine/base/per_thread.h"
#include "engine/model/module_path.h"
#include "engine/model/version.h"
#include "importers/module_cache/regular_file.h"
#include "importers/module_cache/rfc3339.h"
#include "importers/module_cache/version_info.h"

namespace modgraph {
namespace {

constexpr std::uint64_t kMaxInfoBytes = std::uint64_t{1} << 20;

// A module takes several system calls, so that threads pay off early.
constexpr std::size_t kWorthThreadsModules = 16;

using Info = std::optional<VersionInfo>;

// The time that a pseudo-version names, else the zero time.
std::string time_in(const std::string& version) {
  if (!is_pseudo_version(version)) return std::string(kZeroTime);
  const std::string plain = version.substr(0, version.find('+'));
  const std::size_t end = plain.rfind('-');
  const std::string t = plain.substr(end - 14, 14);
  const std::string out = t.substr(0, 4) + "-" + t.substr(4, 2) + "-" +
                          t.substr(6, 2) + "T" + t.substr(8, 2) + ":" +
                          t.substr(10, 2) + ":" + t.substr(12, 2) + "Z";
  return is_rfc3339(out) ? out : std::string(kZeroTime);
}

class Describing {
 public:
  explicit Describing(const FactsOptions& options) : options_(options) {
    open_root(options.module_cache + "/cache/download");
    for (const std::string& proxy : options.proxies) open_root(proxy);
  }

  // Reads the .info files that are not known yet, in parallel. By module: what
  // is known of the version that is read for it; null if no version is.
  std::vector<const Info*> read_infos(
      std::span<const ModuleToDescribe> modules) {
    const bool shared = options_.infos != nullptr;
    VersionInfos& known = shared ? *options_.infos : own_;
    std::vector<Unknown> unknown;
    std::vector<const Info*> infos(modules.size(), nullptr);
    for (std::size_t i = 0; i < modules.size(); ++i) {
      const ModuleToDescribe& m = modules[i];
      const ModuleVersion& read = m.replaced_by ? *m.replaced_by : m.module;
      if (read.version.empty()) continue;
      KnownInfo& at = known[shared ? m.number : i];
      if (!std::exchange(at.looked_for, true))
        unknown.push_back({&read, &at.info});
      infos[i] = &at.info;
    }
    run_pieces(
        unknown.size(),
        [&](std::size_t begin, std::size_t end) {
          for (std::size_t i = begin; i < end; ++i)
            *unknown[i].info = read_info(*unknown[i].module);
        },
        kWorthThreadsModules);
    return infos;
  }

  ModuleInfo describe(const ModuleToDescribe& m, const Info* info) const {
    ModuleInfo out;
    out.path = m.module.path;
    out.version = m.module.version;
    out.go_version = m.go_version;
    if (m.module.version.empty()) {
      out.main = true;
      out.dir = m.folder;
      out.go_mod = m.go_mod;
      return out;
    }
    out.indirect = m.indirect;
    if (!m.replaced_by) {
      complete(out, *info, false);
      return out;
    }
    out.replace = std::make_unique<ModuleRecord>();
    ModuleRecord& r = *out.replace;
    r.path = m.replaced_by->path;
    r.version = m.replaced_by->version;
    r.go_version = m.go_version;
    if (r.version.empty()) {
      r.dir = m.folder;
      r.go_mod = join_path(m.folder, "go.mod");
    } else {
      complete(r, *info, m.replacement_is_replaced);
    }
    out.dir = r.dir;
    out.go_mod = r.go_mod;
    return out;
  }

 private:
  struct Unknown {
    const ModuleVersion* module;
    Info* info;
  };

  // From the module cache: a path and version whose files may be there. `read`
  // is its .info; without one the version may be known all the same.
  void complete(ModuleRecord& m, const Info& read, bool is_known) const {
    if (options_.versions_only && read) {
      m.version = read->version;
      m.time = read->time;
      return;
    }
    const Spelling path = escape_path(m.path);
    const Spelling version = escape_version(m.version);
    if (!path || !version) {
      m.error = path ? version.error() : path.error();
      return;
    }
    const std::string name = *path + "/@v/" + *version;
    const std::string asked = m.version;
    if (read) {
      m.version = read->version;
      m.time = read->time;
    } else if (is_known) {
      m.time = time_in(m.version);
    } else {
      // What the go command says of a version that it must not look up.
      m.error = "module lookup disabled by GOPROXY=off";
    }
    if (options_.versions_only || m.version.empty()) return;
    if (sum_allows(m, "/go.mod")) {
      const std::string file =
          join_path(options_.module_cache, "cache/download/" + name + ".mod");
      if (is_regular_file(file)) m.go_mod = file;
      m.go_mod_sum = recorded(m.path, asked + "/go.mod");
    }
    if (sum_allows(m, "")) {
      const std::string folder =
          join_path(options_.module_cache, *path + "@" + *version);
      if (is_extracted(folder, name)) m.dir = folder;
      m.sum = recorded(m.path, asked);
    }
  }

  std::optional<VersionInfo> read_info(const ModuleVersion& m) const {
    const Spelling path = escape_path(m.path);
    const Spelling version = escape_version(m.version);
    if (!path || !version) return std::nullopt;
    const std::string name = *path + "/@v/" + *version + ".info";
    // Its memory serves one file after the other.
    static PerThread<FileBuffer> buffer;
    for (const FileDescriptor& root : roots_) {
      const auto text =
          buffer.get().read_small(root.get(), name.c_str(), kMaxInfoBytes);
      auto info = text ? parse_version_info(*text) : std::nullopt;
      if (info) return info;
    }
    return std::nullopt;
  }

  void open_root(const std::string& folder) {
    roots_.emplace_back(open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  }

  bool sum_allows(const ModuleRecord& m, const char* suffix) const {
    return !options_.sums_required || options_.sums == nullptr ||
           options_.sums->has(m.path, m.version + suffix);
  }

  std::string recorded(const std::string& path,
                       const std::string& version) const {
    return options_.sums == nullptr
               ? std::string()
               : std::string(options_.sums->only(path, version));
  }

  // Whether the module's files are there, all of them.
  bool is_extracted(const std::string& folder, const std::string& name) const {
    if (!is_folder(folder)) return false;
    const std::string beside =
        options_.module_cache + "/cache/download/" + name;
    return !is_there(beside + ".partial") && is_there(beside + ".ziphash");
  }

  const FactsOptions& options_;
  VersionInfos own_;
  std::deque<FileDescriptor> roots_;  // -1: not there
};

}  // namespace

std::vector<ModuleInfo> describe_modules(
    std::span<const ModuleToDescribe> modules, const FactsOptions& options) {
  std::vector<ModuleInfo> out(modules.size());
  Describing describing(options);
  const std::vector<const Info*> infos = describing.read_infos(modules);
  // Nothing is read for versions alone: threads would cost more.
  const std::size_t worth =
      options.versions_only ? kWorthThreads : kWorthThreadsModules;
  run_pieces(
      modules.size(),
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
          out[i] = describing.describe(modules[i], infos[i]);
      },
      worth);
  return out;
}

}  // namespace modgraph
