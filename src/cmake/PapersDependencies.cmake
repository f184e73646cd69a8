# Everything that papers is built from, as Debian 12 packages it (src/dist/apt-debian12.txt).
find_package(Threads REQUIRED)
find_package(CURL 7.88 REQUIRED)
find_package(pugixml 1.13 REQUIRED)
find_package(LibXml2 2.9 REQUIRED)
find_package(Boost 1.74 REQUIRED)
find_package(SQLite3 3.40 REQUIRED)
find_package(SQLiteCpp 3.2 REQUIRED)
find_package(CLI11 2.1 REQUIRED)
find_package(fmt 9.1 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(tomlplusplus 3.3 REQUIRED)

find_path(UTF8PROC_INCLUDE_DIR utf8proc.h REQUIRED)
find_library(UTF8PROC_LIBRARY utf8proc REQUIRED)
add_library(utf8proc INTERFACE IMPORTED)
target_include_directories(utf8proc INTERFACE "${UTF8PROC_INCLUDE_DIR}")
target_link_libraries(utf8proc INTERFACE "${UTF8PROC_LIBRARY}")

# Its package for CMake wants the program cmark to be installed too, so it is found by hand.
find_path(CMARK_INCLUDE_DIR cmark.h REQUIRED)
find_library(CMARK_LIBRARY cmark REQUIRED)
add_library(cmark INTERFACE IMPORTED)
target_include_directories(cmark INTERFACE "${CMARK_INCLUDE_DIR}")
target_link_libraries(cmark INTERFACE "${CMARK_LIBRARY}")

if(PAPERS_TESTS)
  find_package(doctest 2.4 REQUIRED)
endif()
