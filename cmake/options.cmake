# What every target of ours is compiled with: one function, one place.

set(MODGRAPH_TESTS ON CACHE STRING
    "Tests to build: ON, OFF, or PROGRAM or THREADS for some (tests/)")
set_property(CACHE MODGRAPH_TESTS PROPERTY STRINGS ON OFF PROGRAM THREADS)
option(MODGRAPH_UNITY "Compile the files of a room together, in batches" OFF)
option(MODGRAPH_BENCH "Build the benchmarks" OFF)
option(MODGRAPH_FUZZ "Build the fuzz targets (clang only)" OFF)
option(MODGRAPH_WERROR "Treat warnings as errors" OFF)
set(MODGRAPH_SANITIZE "" CACHE STRING "Sanitizers, e.g. address,undefined")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

function(modgraph_target name)
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
  target_compile_options(${name} PRIVATE
    -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow
    -Wnon-virtual-dtor -Wformat=2 -Wimplicit-fallthrough
    $<$<BOOL:${MODGRAPH_WERROR}>:-Werror>
    # GCC 12 sees overlapping copies in std::string concatenation (its
    # bug 105651) and uninitialised members in braced temporaries where there
    # are none. The analyser of clang-tidy looks for the real ones.
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict;-Wno-maybe-uninitialized>
    -fPIE -fstack-protector-strong
    $<$<CONFIG:Release>:-U_FORTIFY_SOURCE;-D_FORTIFY_SOURCE=3>)
  target_link_options(${name} PRIVATE
    -pie -Wl,-z,relro,-z,now,-z,noexecstack,-z,nodlopen,--as-needed)
  # What is wrong all the same must not become more than a crash. Held by
  # tests/architecture/hardening.py. Sanitizers look for more than that, and GCC
  # warns about nothing where both are on; clang 14 does not know them all, and
  # clang-tidy reads the tree that has the fuzz targets.
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND NOT MODGRAPH_FUZZ AND
     NOT MODGRAPH_SANITIZE)
    target_compile_options(${name} PRIVATE
      -fstack-clash-protection -fcf-protection=full
      -fno-delete-null-pointer-checks -fno-strict-overflow
      -ftrivial-auto-var-init=zero -Wtrampolines -Wbidi-chars=any)
  endif()
  if(MODGRAPH_FUZZ)  # counts what an input reaches, in our code too
    target_compile_options(${name} PRIVATE -fsanitize=fuzzer-no-link)
  endif()
  if(MODGRAPH_SANITIZE)
    target_compile_options(${name} PRIVATE
      -fsanitize=${MODGRAPH_SANITIZE} -fno-omit-frame-pointer
      -fno-sanitize-recover=all -D_GLIBCXX_ASSERTIONS)
    target_link_options(${name} PRIVATE -fsanitize=${MODGRAPH_SANITIZE})
  endif()
endfunction()

# Most of the time goes into headers. In batches a header is read once for many
# files, and a full build takes less than half of the time; to compile one
# changed file takes longer. So the presets that build everything turn it on,
# and those for daily work do not.
function(modgraph_unity name)
  if(MODGRAPH_UNITY)
    set_target_properties(${name} PROPERTIES
                          UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 20)
    # GCC takes a .cc file that it reads as part of a batch for a header, and a
    # local name may be one of another file. Builds that are not in batches warn.
    target_compile_options(${name} PRIVATE -Wno-shadow
      $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
  endif()
endfunction()

# modgraph_room(engine/base PUBLIC x PRIVATE y): the library modgraph::engine_base
# made of every source in that folder. Adding a file is adding a file.
function(modgraph_room folder)
  string(REPLACE "/" "_" name ${folder})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS
       ${PROJECT_SOURCE_DIR}/${folder}/*.cc
       ${PROJECT_SOURCE_DIR}/${folder}/*.h)
  list(FILTER sources EXCLUDE REGEX "/cli/main\\.cc$")
  add_library(${name} STATIC ${sources})
  set_target_properties(${name} PROPERTIES LINKER_LANGUAGE CXX)
  add_library(modgraph::${name} ALIAS ${name})
  modgraph_target(${name})
  modgraph_unity(${name})
  set_property(GLOBAL APPEND PROPERTY MODGRAPH_UNITY_ROOMS ${folder})
  cmake_parse_arguments(room "" "" "PUBLIC;PRIVATE" ${ARGN})
  foreach(scope PUBLIC PRIVATE)
    foreach(library ${room_${scope}})
      target_link_libraries(${name} ${scope} modgraph::${library})
    endforeach()
  endforeach()
endfunction()
