#pragma once

// The sums of go.sum and go.work.sum files, as data.
// importers/module_cache/go_sum.h reads them. Source:
// go.dev/ref/mod#go-sum-files. Tested by
// tests/importers/module_cache/go_sum_test.cc.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace modgraph {

/// A line: what is summed, and its hash ("h1:..."). Points into the text.
struct GoSum {
  std::string_view path;
  /// "v1.0.0" for the files, "v1.0.0/go.mod" for its go.mod.
  std::string_view version;
  std::string_view hash;
  std::uint32_t file = 0;  // which of GoSums' files it is in
};

class GoSums {
 public:
  GoSums() = default;
  /// In the order of the files, of which the first is the build's own: go.sum,
  /// or the go.work.sum of a workspace; after it those of the workspace's
  /// modules. Files are named as messages name them; `texts` is what the sums
  /// point into, if it is to be kept here. O(n log n).
  explicit GoSums(std::vector<GoSum> sums,
                  std::vector<std::string> files = {"go.sum"},
                  std::vector<std::unique_ptr<char[]>> texts = {});

  /// All hashes of a module version or, with "/go.mod" after the version, of
  /// its go.mod, in the order of the files. O(1) expected.
  std::span<const GoSum> of(std::string_view path,
                            std::string_view version) const;

  /// Whether there is a hash that the go command can check ("h1:").
  bool has(std::string_view path, std::string_view version) const;

  /// The only checkable hash; "" when there is none, or several.
  std::string_view only(std::string_view path, std::string_view version) const;

  /// A hash that speaks against this one, by the go command's rule: in the
  /// build's own file the first that can be checked decides; the files of a
  /// workspace's modules must all agree. Null when none does.
  const GoSum* against(std::string_view path, std::string_view version,
                       std::string_view hash) const;

  const std::string& file_of(const GoSum& sum) const {
    return files_[sum.file];
  }

  std::size_t size() const { return sums_.size(); }

 private:
  // The first sum whose key has at least this hash.
  std::size_t first_at(std::uint64_t hash) const;

  // Sums of one key are together, as given. Keys are sorted by their hash
  // first: comparing numbers is what makes a million lines a matter of course.
  std::vector<GoSum> sums_;
  std::vector<std::uint64_t> hashes_;  // of the key of sums_[i], ascending
  std::vector<std::string> files_;
  std::vector<std::unique_ptr<char[]>> texts_;
};

}  // namespace modgraph
