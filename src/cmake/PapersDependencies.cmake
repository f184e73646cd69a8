# Everything that papers is built from, as Debian 12 packages it (src/dist/apt-debian12.txt).
find_package(Threads REQUIRED)
find_package(CURL 7.88 REQUIRED)
find_package(pugixml 1.13 REQUIRED)
find_package(LibXml2 2.9 REQUIRED)
find_package(Boost 1.74 REQUIRED)
find_package(CLI11 2.1 REQUIRED)
find_package(fmt 9.1 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(tomlplusplus 3.3 REQUIRED)

# papers_found_library(NAME HEADER): what has no package for CMake that works, found by hand.
function(papers_found_library name header)
  find_path(${name}_INCLUDE_DIR ${header} REQUIRED)
  find_library(${name}_LIBRARY ${name} REQUIRED)
  add_library(${name} INTERFACE IMPORTED)
  target_include_directories(${name} INTERFACE "${${name}_INCLUDE_DIR}")
  target_link_libraries(${name} INTERFACE "${${name}_LIBRARY}")
endfunction()

# What may be linked statically. Looked for anew each time, because a cached path may be of the other kind.
function(papers_find_libraries)
  if(PAPERS_STATIC)
    list(PREPEND CMAKE_FIND_LIBRARY_SUFFIXES .a)
  endif()
  foreach(name IN ITEMS SQLite3 utf8proc cmark)
    unset(${name}_LIBRARY CACHE)
  endforeach()
  find_package(SQLite3 3.40 REQUIRED)
  papers_found_library(utf8proc utf8proc.h)
  papers_found_library(cmark cmark.h)  # its package wants the program cmark to be installed too
endfunction()
papers_find_libraries()
find_package(SQLiteCpp 3.2 REQUIRED)

# Loading shared libraries takes more of a short command than all that it does. With PAPERS_STATIC the program
# holds what it is built from in itself, but for the C library. toml++ and fmt are packaged as shared libraries
# and as headers: from the headers toml++ is compiled by the two files that use it, fmt once (src/util).
add_library(papers_toml INTERFACE)
add_library(papers::toml ALIAS papers_toml)
if(PAPERS_STATIC)
  if(NOT TARGET pugixml::static OR NOT fmt_VERSION VERSION_LESS 10)
    message(FATAL_ERROR "PAPERS_STATIC wants a static pugixml and fmt 9, as in Debian 12; build with -DPAPERS_STATIC=OFF")
  endif()
  set_property(TARGET SQLite::SQLite3 APPEND PROPERTY INTERFACE_LINK_LIBRARIES m)
  set_property(TARGET pugixml::pugixml PROPERTY INTERFACE_LINK_LIBRARIES pugixml::static)
  target_include_directories(papers_toml SYSTEM INTERFACE
    $<TARGET_PROPERTY:tomlplusplus::tomlplusplus,INTERFACE_INCLUDE_DIRECTORIES>)
else()
  target_link_libraries(papers_toml INTERFACE tomlplusplus::tomlplusplus)
endif()

if(PAPERS_TESTS)
  find_package(doctest 2.4 REQUIRED)
  find_package(OpenSSL 3.0 REQUIRED)
endif()
