#include "engine/base/file_path.h"

#include "tests/support/test.h"

namespace modgraph {
namespace {

TEST_CASE("a clean path is the shortest spelling") {
  CHECK(clean_path("") == ".");
  CHECK(clean_path("a//b/./c/") == "a/b/c");
  CHECK(clean_path("a/../b") == "b");
  CHECK(clean_path("a/..") == ".");
  CHECK(clean_path("a/b/../..") == ".");
  CHECK(clean_path("../a/../..") == "../..");
  CHECK(clean_path("./..") == "..");
  CHECK(clean_path("a/../../b") == "../b");
  CHECK(clean_path("/") == "/");
  CHECK(clean_path("//a") == "/a");
  CHECK(clean_path("/..") == "/");
  CHECK(clean_path("/a/../../b") == "/b");
  CHECK(clean_path("/a/b/..") == "/a");
}

TEST_CASE("joining cleans") {
  CHECK(join_path("/home", "./x") == "/home/x");
  CHECK(join_path("/home/a", "../b") == "/home/b");
  CHECK(join_path("", "./x") == "x");
  CHECK(join_path("/a", "") == "/a");
  CHECK(join_path("", "") == "");
}

TEST_CASE("from one folder to another") {
  CHECK(relative_path("/home", "/home/x/y") == "x/y");
  CHECK(relative_path("/home/a", "/home/b") == "../b");
  CHECK(relative_path("/home/a/", "/home/a") == ".");
  CHECK(relative_path("/", "/a") == "a");
  CHECK(relative_path("/a/b", "/") == "../..");
  CHECK(relative_path("/ab", "/a") == "../a");
  CHECK_FALSE(relative_path("a", "/b").has_value());
}

TEST_CASE("what stands above") {
  CHECK(parent_path("/a/b") == "/a");
  CHECK(parent_path("/a") == "/");
  CHECK(parent_path("a") == ".");
  CHECK(parent_path("a//b") == "a");
}

TEST_CASE("whether a path lies in a folder") {
  CHECK(is_in_folder("a/b", ""));
  CHECK(is_in_folder("a/b", "."));
  CHECK(is_in_folder("a/b", "a"));
  CHECK(is_in_folder("a", "a"));
  CHECK_FALSE(is_in_folder("ab", "a"));
  CHECK_FALSE(is_in_folder("../a", ""));
  CHECK(is_in_folder("../a", ".."));
  CHECK(is_in_folder("..", ".."));
  CHECK(is_in_folder("a", "../.."));
  CHECK_FALSE(is_in_folder("../../a", ".."));
  CHECK(is_in_folder("../c/d", "../c"));
  CHECK_FALSE(is_in_folder("d", "../c"));
  CHECK(is_in_folder("/a/b", "/a"));
  CHECK(is_in_folder("/a", "/"));
  CHECK_FALSE(is_in_folder("/a/b", ""));
  CHECK_FALSE(is_in_folder("a", "/"));
}

}  // namespace
}  // namespace modgraph
