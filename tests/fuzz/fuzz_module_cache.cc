// Any bytes as the files of a module cache, of a file tree of GOPROXY and of a
// folder that replaces a module: what reads them comes to an end, says the same
// twice, and leaves alone what lies outside.
//
// Parts end at lines "--". Of each the first byte is a kind, the second a
// place; then a link has the letter of the place that it leads to, and what is
// behind the first line is the content:
//
//   fa
//   module a.b/c
//   --
//   lbm

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/parallel.h"
#include "importers/module_cache/dependency_replacements.h"
#include "importers/module_cache/folder_listing.h"
#include "importers/module_cache/module_cache.h"
#include "importers/module_cache/module_facts.h"
#include "importers/module_cache/module_packages.h"
#include "importers/module_cache/module_sizes.h"
#include "importers/module_cache/rfc3339.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/zip_file.h"

namespace modgraph {
namespace {

constexpr std::string_view kModuleFolder = "cache/a.b/c@v1.0.0";
constexpr std::string_view kReplacing = "confined/folder";
constexpr std::string_view kSecret = "secret.example";

// Where files can be: 'a' is the first one.
constexpr std::array<std::string_view, 22> kPlaces = {
    "cache/cache/download/a.b/c/@v/v1.0.0.mod",   // a
    "cache/cache/download/a.b/c/@v/v1.0.0.info",  // b
    "cache/cache/download/a.b/c/@v/v1.0.0.zip",   // c
    "cache/cache/download/a.b/c/@v",              // d
    "cache/cache/download",                       // e
    "proxy/a.b/c/@v/v1.0.0.mod",                  // f
    "proxy/a.b/c/@v/v1.0.0.info",                 // g
    "proxy",                                      // h
    kModuleFolder,                                // i
    "cache/a.b/c@v1.0.0/go.mod",                  // j
    "cache/a.b/c@v1.0.0/x.go",                    // k
    "cache/a.b/c@v1.0.0/p",                       // l
    "cache/a.b/c@v1.0.0/p/go.mod",                // m
    "cache/a.b/c@v1.0.0/p/q/r_test.go",           // n
    "cache/a.b/c@v1.0.0/vendor/v.go",             // o
    kReplacing,                                   // p
    "confined/folder/go.mod",                     // q
    "confined/folder/p/p.go",                     // r
    "confined/folder/p/go.mod",                   // s
    "outside",                                    // t
    "outside/go.mod",                             // u
    "/dev/zero",                                  // v
};
constexpr std::size_t kPlacesToFill = 19;
constexpr std::size_t kMostParts = 8;
constexpr std::size_t kOutsideBytes = std::size_t{1} << 21;

std::string_view place(char letter) {
  return kPlaces[static_cast<unsigned char>(letter - 'a') % kPlaces.size()];
}

// The files of one input.
class Files {
 public:
  explicit Files(std::string root) : root_(std::move(root)) {}
  ~Files() {
    for (auto at = made_.rbegin(); at != made_.rend(); ++at)
      must(::remove(at->c_str()) == 0);
  }
  Files(const Files&) = delete;
  Files& operator=(const Files&) = delete;

  void add(std::string_view part) {
    if (part.size() < 2) return;
    const auto number =
        static_cast<unsigned char>(part[1] - 'a') % kPlacesToFill;
    const std::string path = root_ + "/" + std::string(kPlaces[number]);
    if (!make_parents(path)) return;
    const std::size_t line = std::min(part.find('\n'), part.size());
    const std::string_view head = part.substr(2, line - 2);
    const std::string content(part.substr(std::min(line + 1, part.size())));
    if (make(part[0], path, head.empty() ? 'u' : head[0], content))
      made_.push_back(path);
  }

  std::uint64_t bytes() const { return bytes_; }
  bool has_link(std::string_view place) const {
    return links_.count(root_ + "/" + std::string(place)) > 0;
  }

 private:
  // Whether there is a folder for it that is no link to elsewhere.
  bool make_parents(const std::string& path) {
    for (std::size_t at = path.find('/', root_.size() + 1); at != path.npos;
         at = path.find('/', at + 1)) {
      const std::string folder = path.substr(0, at);
      struct stat status;
      if (::lstat(folder.c_str(), &status) == 0) {
        if (!S_ISDIR(status.st_mode)) return false;
      } else {
        must(::mkdir(folder.c_str(), 0700) == 0);
        made_.push_back(folder);
      }
    }
    return true;
  }

  bool make(char kind, const std::string& path, char target,
            const std::string& content) {
    switch (kind) {
      case 'd':
        return ::mkdir(path.c_str(), 0700) == 0;
      case 'l':
        links_.insert(path);
        return ::symlink(target_of(target).c_str(), path.c_str()) == 0;
      case 'p':
        return ::mkfifo(path.c_str(), 0600) == 0;
      case 'u':
        return write(path, content, 0);
      case 'z':
        return write(path, test::zip_of(lines(content)), 0600);
      default:
        return write(path, content, 0600);
    }
  }

  std::string target_of(char letter) const {
    const std::string_view to = place(letter);
    return to.starts_with('/') ? std::string(to)
                               : root_ + "/" + std::string(to);
  }

  static std::vector<std::string> lines(std::string_view text) {
    std::vector<std::string> out;
    for (; !text.empty();
         text.remove_prefix(std::min(out.back().size() + 1, text.size())))
      out.emplace_back(text.substr(0, text.find('\n')));
    return out;
  }

  bool write(const std::string& path, const std::string& content,
             unsigned mode) {
    const int file =
        ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode);
    if (file < 0) return false;
    must(::write(file, content.data(), content.size()) ==
         static_cast<ssize_t>(content.size()));
    ::close(file);
    bytes_ += content.size();
    return true;
  }

  std::string root_;
  std::vector<std::string> made_;  // each behind the folder that it is in
  std::set<std::string> links_;
  std::uint64_t bytes_ = 0;
};

// The folder of this process, and what nothing may read.
const std::string& root() {
  static const test::TemporaryFolder kFolder;
  static const bool kHasOutside = [] {
    kFolder.write("outside/go.mod", "module " + std::string(kSecret) +
                                        "/m\n\nrequire " +
                                        std::string(kSecret) + "/x v1.0.0\n");
    kFolder.write("outside/secret/s.go", std::string(kOutsideBytes, 's'));
    return true;
  }();
  must(kHasOutside);
  return kFolder.path();
}

std::string at_root(std::string_view place) {
  return root() + "/" + std::string(place);
}

const ModuleVersion kModule{"a.b/c", "v1.0.0"};
// Another one to a cache, whose name is escaped: none has a file for it.
const ModuleVersion kCapital{"a.b/C", "v1.0.0"};

ModuleVersion replacing_folder() { return {at_root(kReplacing), ""}; }

void check_fault(const SourceFault& fault) {
  must(!fault.reason.empty());
  must(fault.kind == SourceFault::Kind::kDamaged || fault.errors.empty());
  for (const Error& e : fault.errors) {
    must(!e.message.empty() && e.where.file.ends_with("go.mod"));
    must(e.where.line >= 0 && e.where.column >= 0);
  }
}

// All that an answer says, for comparisons and searches.
std::string text_of(const SourceAnswer& answer) {
  std::string out = answer.sum + "\n";
  if (!answer.summary) {
    const SourceFault& fault = answer.summary.error();
    out += fault.reason + "\n";
    for (const Error& e : fault.errors) out += e.message + "\n" + e.excerpt;
    return out;
  }
  const ModuleSummary& found = *answer.summary;
  out.append(found.path).append("\n").append(found.go_version).append("\n");
  for (const auto& r : found.require) {
    must(!r.path.empty() && !r.version.empty());
    out.append(r.path).append("@").append(r.version).append("\n");
  }
  return out;
}

std::vector<std::string> roots() {
  return {at_root("cache/cache/download"), at_root("proxy")};
}

void read_go_mods() {
  ModuleCache cache({roots(), true, at_root("confined"), root()});
  const ModuleVersion folder = replacing_folder();
  for (const ModuleVersion* m : {&kModule, &kCapital, &folder}) {
    const SourceAnswer answer = cache.read(*m, {});
    if (!answer.summary) check_fault(answer.summary.error());
    const std::string text = text_of(answer);
    must(text == text_of(cache.read(*m, {})));
    if (m == &kCapital) must(!answer.summary.has_value());
    // A file of the cache may be a link to anywhere, as for the go command.
    if (m == &folder) must(text.find(kSecret) == std::string::npos);
  }
  const std::vector<ReplacingModule> replacing = {{kModule, kModule},
                                                  {kModule, folder}};
  for (const auto& r : dependency_replacements(replacing, roots()))
    static_cast<void>(r);
}

void read_facts() {
  ModuleToDescribe version, replaced, main;
  version.module = replaced.module = kModule;
  replaced.folder = at_root(kReplacing);
  replaced.replaced_by = ModuleVersion{"../folder", ""};
  main.module.path = "m";
  main.folder = at_root(kReplacing);
  main.go_mod = main.folder + "/go.mod";
  const std::vector<ModuleToDescribe> modules = {version, replaced, main};
  FactsOptions options;
  options.module_cache = at_root("cache");
  options.proxies = {at_root("proxy")};
  const auto facts = describe_modules(modules, options);
  must(facts.size() == modules.size());
  for (std::size_t i = 0; i < facts.size(); ++i) {
    must(facts[i].path == modules[i].module.path);
    must(facts[i].time.empty() || is_rfc3339(facts[i].time));
  }
}

void measure(const Files& files) {
  const std::vector<ModuleToMeasure> modules = {{kModule, ""},
                                                {kModule, at_root(kReplacing)}};
  const auto sizes = module_sizes(modules, at_root("cache"));
  must(sizes.size() == modules.size());
  const bool leads_out = files.has_link(kPlaces[2]) ||
                         files.has_link(kModuleFolder) ||
                         files.has_link(kReplacing);
  for (const auto& size : sizes)
    must(!size || leads_out || size->bytes <= files.bytes());
}

void list_packages(const Files& files) {
  const std::vector<std::string> below = {"p"};
  const ModuleFiles of_cache{kModule, ""};
  const ModuleFiles of_folder{{"a.b/c", ""}, at_root(kReplacing)};
  for (const ModuleFiles* m : {&of_cache, &of_folder}) {
    const auto all = package_folders(*m, at_root("cache"));
    const auto some = package_folders(*m, at_root("cache"), below);
    for (const PackageFolders* found : {&all, &some}) {
      const auto& names = found->folders;
      must(std::is_sorted(names.begin(), names.end()));
      must(std::adjacent_find(names.begin(), names.end()) == names.end());
      must(found->state == PackageFolders::State::kKnown || names.empty());
      for (const std::string& name : names)
        must(!name.starts_with('/') && !name.starts_with('.'));
    }
    const bool leads_out =
        files.has_link(kModuleFolder) || files.has_link(kReplacing);
    must(leads_out || std::find(all.folders.begin(), all.folders.end(),
                                "secret") == all.folders.end());
    for (const std::string& name : some.folders)
      must(name == "p" || name.starts_with("p/"));
  }
}

void list_folders() {
  for (const std::string_view name : kPlaces) {
    if (name.starts_with('/')) continue;
    const auto listing = list_folder(at_root(name));
    if (!listing) {
      must(!listing.error().reason.empty());
      continue;
    }
    for (std::size_t i = 0; i < listing->size(); ++i) {
      const std::string& entry = (*listing)[i].name;
      must(!entry.empty() && entry != "." && entry != "..");
      must(i == 0 || (*listing)[i - 1].name < entry);
    }
  }
}

}  // namespace

void fuzz::one_input(std::string_view bytes) {
  if (bytes.find(kSecret) != bytes.npos) return;  // it would prove nothing
  static const ThreadLimit kOneThread(1);
  constexpr std::string_view kBetween = "--\n";
  Files files(root());
  for (std::size_t i = 0; i < kMostParts && !bytes.empty(); ++i) {
    const std::size_t end = std::min(bytes.find(kBetween), bytes.size());
    files.add(bytes.substr(0, end));
    bytes.remove_prefix(std::min(end + kBetween.size(), bytes.size()));
  }
  read_go_mods();
  read_facts();
  measure(files);
  list_packages(files);
  list_folders();
}

}  // namespace modgraph
