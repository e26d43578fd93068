#include "importers/module_facts.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "engine/base/file_path.h"
#include "engine/base/parallel.h"
#include "engine/model/module_path.h"
#include "engine/model/version.h"
#include "importers/regular_file.h"
#include "importers/rfc3339.h"

namespace modgraph {
namespace {

constexpr std::uint64_t kMostInfoBytes = std::uint64_t{1} << 20;

// Looking up a module takes a handful of system calls.
constexpr std::size_t kWorthThreadsModules = 16;

// What Go prints for a time that was not given.
constexpr std::string_view kZeroTime = "0001-01-01T00:00:00Z";

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
  Describing(const FactsOptions& options, VersionInfos& infos)
      : options_(options), infos_(infos) {}

  // Reads the .info files that are not known yet, side by side.
  void read_infos(std::span<const ModuleToDescribe> modules) {
    std::vector<VersionInfos::iterator> unknown;
    for (const ModuleToDescribe& m : modules) {
      const ModuleVersion& read = m.replaced_by ? *m.replaced_by : m.module;
      if (read.version.empty()) continue;
      const auto [at, is_new] = infos_.try_emplace(read);
      if (is_new) unknown.push_back(at);
    }
    run_pieces(
        unknown.size(),
        [&](std::size_t begin, std::size_t end) {
          for (std::size_t i = begin; i < end; ++i)
            unknown[i]->second = read_info(unknown[i]->first);
        },
        kWorthThreadsModules);
  }

  ModuleFacts describe(const ModuleToDescribe& m) const {
    ModuleFacts out;
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
      complete(out, std::nullopt);
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
      complete(r,
               m.replacement_is_replaced
                   ? std::optional(VersionInfo{r.version, time_in(r.version)})
                   : std::nullopt);
    }
    out.dir = r.dir;
    out.go_mod = r.go_mod;
    return out;
  }

 private:
  // From the module cache: a path and version whose files may be there.
  void complete(ModuleRecord& m, std::optional<VersionInfo> otherwise) const {
    const Spelling path = escape_path(m.path);
    const Spelling version = escape_version(m.version);
    if (!path || !version) {
      m.error = path ? version.error() : path.error();
      return;
    }
    const std::string name = *path + "/@v/" + *version;
    auto info = infos_.at({m.path, m.version});
    if (!info) info = std::move(otherwise);
    // What the go command says of a version that it must not look up.
    if (!info) m.error = "module lookup disabled by GOPROXY=off";
    const std::string asked = m.version;
    if (info) {
      m.version = info->version;
      m.time = info->time;
    }
    if (options_.versions_only) return;
    if (sum_allows(m.path, asked, "/go.mod")) {
      const std::string file =
          join_path(options_.module_cache, "cache/download/" + name + ".mod");
      if (is_regular_file(file)) m.go_mod = file;
      m.go_mod_sum = recorded(m.path, asked + "/go.mod");
    }
    if (sum_allows(m.path, asked, "")) {
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
    const std::string name = *path + "/@v/" + *version;
    const auto read_in = [&](const std::string& root) {
      const auto text =
          read_regular_file(root + "/" + name + ".info", kMostInfoBytes);
      return text ? parse_version_info(*text) : std::nullopt;
    };
    if (auto info = read_in(options_.module_cache + "/cache/download"))
      return info;
    for (const std::string& proxy : options_.proxies)
      if (auto info = read_in(proxy)) return info;
    return std::nullopt;
  }

  bool sum_allows(const std::string& path, const std::string& version,
                  const char* suffix) const {
    return !options_.sums_required || options_.sums == nullptr ||
           options_.sums->has(path, version + suffix);
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
  VersionInfos& infos_;
};

// A text field of an object, whatever its capitals: Go matches them so.
const nlohmann::json* member(const nlohmann::json& object,
                             std::string_view name) {
  const auto lower = [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  };
  const nlohmann::json* found = nullptr;
  for (auto field = object.begin(); field != object.end(); ++field)
    if (std::equal(field.key().begin(), field.key().end(), name.begin(),
                   name.end(),
                   [&](char a, char b) { return lower(a) == lower(b); }))
      found = &field.value();
  return found;
}

// Go reads a time and writes it again: without zeros at the end of a fraction,
// and with Z for no offset.
std::string as_go_writes(std::string_view time) {
  std::string out(time);
  const std::size_t point = out.find('.');
  if (point != std::string::npos) {
    std::size_t end = point + 1;
    while (end < out.size() && out[end] >= '0' && out[end] <= '9') ++end;
    std::size_t keep = std::min(end, point + 10);  // nanoseconds
    while (keep > point + 1 && out[keep - 1] == '0') --keep;
    if (keep == point + 1) keep = point;
    out.erase(keep, end - keep);
  }
  if (out.ends_with("+00:00") || out.ends_with("-00:00"))
    out.replace(out.size() - 6, 6, "Z");
  return out;
}

}  // namespace

std::optional<VersionInfo> parse_version_info(std::string_view text) {
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  VersionInfo out;
  out.time = kZeroTime;
  if (const auto* version = member(json, "Version")) {
    if (!version->is_string()) return std::nullopt;
    out.version = version->get<std::string>();
  }
  if (const auto* time = member(json, "Time"); time && !time->is_null()) {
    if (!time->is_string()) return std::nullopt;
    const auto written = time->get<std::string>();
    if (!is_rfc3339(written)) return std::nullopt;
    out.time = as_go_writes(written);
  }
  return out;
}

std::vector<ModuleFacts> describe_modules(
    std::span<const ModuleToDescribe> modules, const FactsOptions& options) {
  std::vector<ModuleFacts> out(modules.size());
  VersionInfos own;
  Describing describing(options,
                        options.infos == nullptr ? own : *options.infos);
  describing.read_infos(modules);
  // Nothing is read for versions alone: threads would cost more.
  const std::size_t worth =
      options.versions_only ? kWorthThreads : kWorthThreadsModules;
  run_pieces(
      modules.size(),
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
          out[i] = describing.describe(modules[i]);
      },
      worth);
  return out;
}

}  // namespace modgraph
