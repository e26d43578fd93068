# Every third-party library, with the Debian package it comes from. Each gets
# one name of ours, modgraph::<name>, so that the rooms in CMakeLists.txt read
# as a table. `./dev` installs the packages listed in cmake/packages.txt.

function(modgraph_library name)
  add_library(third_party_${name} INTERFACE)
  target_link_libraries(third_party_${name} INTERFACE ${ARGN})
  add_library(modgraph::${name} ALIAS third_party_${name})
endfunction()

find_package(tl-expected REQUIRED)                          # libexpected-dev
modgraph_library(expected tl::expected)

find_package(fmt REQUIRED)                                  # libfmt-dev
add_library(fmt_bodies STATIC cmake/fmt.cc)
set_target_properties(fmt_bodies PROPERTIES POSITION_INDEPENDENT_CODE ON)
target_include_directories(fmt_bodies PUBLIC
  $<TARGET_PROPERTY:fmt::fmt,INTERFACE_INCLUDE_DIRECTORIES>)
modgraph_library(fmt fmt_bodies)

find_package(nlohmann_json REQUIRED)                        # nlohmann-json3-dev
modgraph_library(nlohmann_json nlohmann_json::nlohmann_json)

find_package(CLI11 REQUIRED)                                # libcli11-dev
modgraph_library(cli11 CLI11::CLI11)

find_library(MODGRAPH_YAML libyaml-cpp.a REQUIRED)          # libyaml-cpp-dev
modgraph_library(yaml_cpp ${MODGRAPH_YAML})

find_package(Threads REQUIRED)
modgraph_library(threads Threads::Threads)

# Static: of all of it we need one digest, and loading the shared library takes
# longer than a small run.
find_library(MODGRAPH_CRYPTO libcrypto.a REQUIRED)          # libssl-dev
modgraph_library(crypto ${MODGRAPH_CRYPTO})

# Static for the same reason, and not libzip, which loads libcrypto. Headers of
# zlib: zlib1g-dev.
find_library(MODGRAPH_MINIZIP libminizip.a REQUIRED)        # libminizip-dev
find_library(MODGRAPH_ZLIB libz.a REQUIRED)                 # zlib1g-dev
modgraph_library(minizip ${MODGRAPH_MINIZIP} ${MODGRAPH_ZLIB})

# Static for the same reason, without its half that talks to servers, and with
# the regular expressions of `:/text`: libpcre2-8 comes with it. Before the
# library stands what replaces that half: cmake/git_offline.c.
find_library(MODGRAPH_GIT libgit2.a REQUIRED)               # libgit2-dev
find_library(MODGRAPH_PCRE2 libpcre2-8.a REQUIRED)
add_library(git_offline OBJECT cmake/git_offline.c)
set_target_properties(git_offline PROPERTIES POSITION_INDEPENDENT_CODE ON)
modgraph_library(git $<TARGET_OBJECTS:git_offline> ${MODGRAPH_GIT}
                 ${MODGRAPH_PCRE2} ${MODGRAPH_ZLIB})

# libboost-dev; tests and benchmarks also use Boost.Graph: libboost-graph-dev
find_package(Boost REQUIRED)
modgraph_library(boost Boost::headers)

if(MODGRAPH_TESTS)
  find_package(Catch2 REQUIRED)                             # catch2
  modgraph_library(catch2 Catch2::Catch2WithMain)
endif()

if(MODGRAPH_BENCH)
  find_package(benchmark REQUIRED)                          # libbenchmark-dev
  modgraph_library(benchmark benchmark::benchmark)
endif()
