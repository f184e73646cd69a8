# How our own code is compiled: warnings, sanitizers. Linked PRIVATE by our targets only.
add_library(papers_settings INTERFACE)
add_library(papers::settings ALIAS papers_settings)

# -Wno-restrict: g++ 12 sees overlaps that cannot be in "x" + std::string (GCC bug 105651).
target_compile_options(papers_settings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual
  -Wold-style-cast -Wcast-align -Wextra-semi
  $<$<CXX_COMPILER_ID:GNU>:-Wlogical-op -Wduplicated-cond -Wno-restrict>
  $<$<BOOL:${PAPERS_WERROR}>:-Werror>)
target_compile_definitions(papers_settings INTERFACE $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)

if(PAPERS_SANITIZE)
  target_compile_options(papers_settings INTERFACE
    -fsanitize=${PAPERS_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(papers_settings INTERFACE -fsanitize=${PAPERS_SANITIZE})
endif()

if(PAPERS_TIDY)
  find_program(CLANG_TIDY clang-tidy REQUIRED)
  set(CMAKE_CXX_CLANG_TIDY "${CLANG_TIDY}")
endif()

find_program(CCACHE ccache)
if(CCACHE AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE}")
endif()

# papers_module(NAME FILES... LINKS targets...): one module of src/ as a static library.
# What it links is what it may include; tests/architecture checks the same by reading the files.
function(papers_module name)
  cmake_parse_arguments(arg "" "" "FILES;LINKS;PRIVATE_LINKS" ${ARGN})
  add_library(papers_${name} STATIC ${arg_FILES})
  add_library(papers::${name} ALIAS papers_${name})
  target_include_directories(papers_${name} PUBLIC "${PROJECT_SOURCE_DIR}/include" "${PROJECT_SOURCE_DIR}/src")
  target_link_libraries(papers_${name} PUBLIC ${arg_LINKS} PRIVATE papers::settings ${arg_PRIVATE_LINKS})
endfunction()
