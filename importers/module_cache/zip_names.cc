// minizip and not libzip, which loads libcrypto: that takes longer than most
// runs of the program.

#include "importers/module_cache/zip_names.h"

#include <fcntl.h>
#include <minizip/unzip.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>

#include "engine/base/memory_error.h"
#include "importers/module_cache/regular_file.h"

namespace modgraph {
namespace {

// More than the go command allows a path in an archive to have.
constexpr std::size_t kMaxNameBytes = 4096;

struct ZipCloser {
  void operator()(void* archive) const { unzClose(archive); }
};

// More than the table of any module has.
constexpr std::uint64_t kMaxTableBytes = std::uint64_t{64} << 20;

// Whether the file has one of the parts from `begin` to its end. Where it cannot
// be read nothing is ruled out.
bool may_mention(const std::string& path, std::uint64_t begin,
                 std::span<const std::string> parts) {
  const FileDescriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat info {};
  if (file.get() < 0 || fstat(file.get(), &info) != 0) return true;
  const auto size = static_cast<std::uint64_t>(info.st_size);
  if (begin >= size || size - begin > kMaxTableBytes) return true;
  std::string table(size - begin, '\0');
  for (std::size_t got = 0; got < table.size();) {
    const ssize_t n = pread(file.get(), &table[got], table.size() - got,
                            static_cast<off_t>(begin + got));
    if (n <= 0) return true;
    got += static_cast<std::size_t>(n);
  }
  return std::any_of(parts.begin(), parts.end(), [&](const std::string& part) {
    return memmem(table.data(), table.size(), part.data(), part.size()) !=
           nullptr;
  });
}

}  // namespace

bool read_zip_names(const std::string& path, std::span<const std::string> parts,
                    const std::function<void(std::string_view)>& take,
                    std::size_t max_entries) {
  if (!is_regular_file(path)) return false;  // a FIFO would block
  errno = 0;
  const std::unique_ptr<void, ZipCloser> archive(unzOpen64(path.c_str()));
  if (!archive) {
    throw_if_out_of_memory(errno);
    return false;
  }
  unz_global_info64 table;
  // Numbers behind the end of a cut file are 0 here.
  if (unzGetGlobalInfo64(archive.get(), &table) != UNZ_OK ||
      table.number_entry == 0 || table.number_entry > max_entries)
    return false;
  // Seen from the end of what may precede the archive: then too much is read.
  if (!parts.empty() && unzGoToFirstFile(archive.get()) == UNZ_OK &&
      !may_mention(path, unzGetOffset64(archive.get()), parts))
    return true;
  std::array<char, kMaxNameBytes> name;
  for (ZPOS64_T i = 0; i < table.number_entry; ++i) {
    const int moved = i == 0 ? unzGoToFirstFile(archive.get())
                             : unzGoToNextFile(archive.get());
    unz_file_info64 entry;
    if (moved != UNZ_OK ||
        unzGetCurrentFileInfo64(archive.get(), &entry, name.data(), name.size(),
                                nullptr, 0, nullptr, 0) != UNZ_OK ||
        entry.size_filename >= name.size())
      return false;
    take({name.data(), entry.size_filename});
  }
  return true;
}

}  // namespace modgraph
