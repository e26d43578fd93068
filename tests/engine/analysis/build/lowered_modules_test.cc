#include "engine/analysis/build/lowered_modules.h"

#include <map>

#include "tests/support/test.h"

namespace modgraph {
namespace {

UsedVersion used(std::string version) { return {std::move(version), {}}; }

BuildDifference moved(UsedVersion from, UsedVersion to) {
  BuildDifference out;
  ModuleChange change;
  change.path = "example.com/m";
  change.before = std::move(from);
  change.after = std::move(to);
  out.modules.push_back(std::move(change));
  return out;
}

std::string lowers(UsedVersion from, UsedVersion to,
                   const std::map<std::string, std::string>& times = {}) {
  const auto found = lowered_modules(
      moved(std::move(from), std::move(to)), [&](const ModuleVersion& m) {
        const auto time = times.find(m.version);
        return time == times.end() ? std::string() : time->second;
      });
  return found.empty() ? "" : lowered_text(found.front());
}

TEST_CASE("a lower version is named in words") {
  CHECK(lowers(used("v1.79.3"), used("v1.65.0")) ==
        "lowers example.com/m v1.79.3 -> v1.65.0");
  CHECK(lowers(used("v1.65.0"), used("v1.79.3")).empty());
}

TEST_CASE("a higher version can be years older") {
  const std::string pseudo = "v17.12.0-ce-rc1.0.20210128214336-420b1d36250f";
  CHECK(lowers(used(pseudo), used("v17.12.1-ce+incompatible"),
               {{"v17.12.1-ce+incompatible", "2018-02-27T17:44:08Z"}}) ==
        "takes example.com/m " + pseudo +
            " -> v17.12.1-ce+incompatible, newer by version, older by date: "
            "2021-01-28 -> 2018-02-27");
  // Not known is not older.
  CHECK(lowers(used(pseudo), used("v17.12.1-ce+incompatible")).empty());
  // A patch of an old release is often newer than the next release.
  CHECK(lowers(used("v1.0.9"), used("v1.1.0"),
               {{"v1.0.9", "2021-06-01T00:00:00Z"},
                {"v1.1.0", "2021-01-01T00:00:00Z"}})
            .empty());
}

TEST_CASE("what is built counts, not what is replaced") {
  const UsedVersion replaced{"v1.2.0",
                             ModuleVersion{"example.com/m", "v1.9.0"}};
  CHECK(lowers(replaced, used("v1.2.0")) ==
        "lowers example.com/m v1.9.0 -> v1.2.0");
  const UsedVersion folder{"v1.2.0", ModuleVersion{"../m", ""}};
  CHECK(lowers(folder, used("v1.2.0")).empty());
  // Versions of different modules have no order.
  const UsedVersion fork{"v1.2.0", ModuleVersion{"example.com/fork", "v0.1.0"}};
  CHECK(lowers(used("v1.2.0"), fork).empty());
}

TEST_CASE("a year and a day are years") {
  CHECK(is_years_older("2018-02-27", "2019-02-28"));
  CHECK_FALSE(is_years_older("2018-02-27", "2019-02-27"));
  CHECK_FALSE(is_years_older("", "2019-02-28"));
}

}  // namespace
}  // namespace modgraph
