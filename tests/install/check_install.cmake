# cmake -DBUILD=... -DWORK=... -DLIBDIR=lib -DZSH_DIR=... -DCOMPILER=... -DBUILD_TYPE=... -P check_install.cmake
set(CONSUMER "${CMAKE_CURRENT_LIST_DIR}/consumer")

# run(EXPECTED command...): runs it; what it prints must hold EXPECTED.
function(run expected)
  execute_process(COMMAND ${ARGN} OUTPUT_VARIABLE output ERROR_VARIABLE output RESULT_VARIABLE status)
  string(FIND "${output}" "${expected}" place)
  if(NOT status EQUAL 0 OR place EQUAL -1)
    message(FATAL_ERROR "${ARGN}\nexit code ${status}, expected 0 and \"${expected}\" in:\n${output}")
  endif()
endfunction()

function(require_files folder)
  foreach(file IN LISTS ARGN)
    if(NOT EXISTS "${folder}/${file}")
      message(FATAL_ERROR "${folder}/${file} was not installed")
    endif()
  endforeach()
endfunction()

set(program_files bin/papers bin/pq ${LIBDIR}/papers/online.so share/papers/seed.jsonl share/man/man1/papers.1
    share/man/man1/pq.1 share/bash-completion/completions/papers ${ZSH_DIR}/_papers
    share/fish/vendor_completions.d/papers.fish)
set(library_files include/papers/library.hpp ${LIBDIR}/libpapers.a
    ${LIBDIR}/cmake/papers/papers-config.cmake ${LIBDIR}/cmake/papers/papers-config-version.cmake)
unset(ENV{DESTDIR})
file(REMOVE_RECURSE "${WORK}")

message("installed, and moved elsewhere: the program finds its parts and the facts that come with it")
run("" "${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${WORK}/first")
require_files("${WORK}/first" ${program_files} ${library_files})
file(RENAME "${WORK}/first" "${WORK}/moved")
set(ENV{PAPERS_HOME} "${WORK}/home")
set(ENV{HOME} "${WORK}/home")
run("papers " "${WORK}/moved/bin/papers" --version)
run("Consistency Large Language Models" "${WORK}/moved/bin/papers" --offline add 2403.00835)
run("Consistency Large Language Models" "${WORK}/moved/bin/pq" next)
run("${WORK}/moved/share/papers/seed.jsonl" "${WORK}/moved/bin/pq" paths --json)

message("staged with DESTDIR: only below it, and only the component that was asked for")
set(ENV{DESTDIR} "${WORK}/stage")
run("" "${CMAKE_COMMAND}" --install "${BUILD}" --prefix /usr --component program)
unset(ENV{DESTDIR})
require_files("${WORK}/stage/usr" ${program_files})
if(EXISTS "${WORK}/stage/usr/include")
  message(FATAL_ERROR "the component `program` installs headers")
endif()

message("another project finds the library, and uses it")
run("" "${CMAKE_COMMAND}" -S "${CONSUMER}" -B "${WORK}/consumer" "-DCMAKE_PREFIX_PATH=${WORK}/moved"
    "-DCMAKE_CXX_COMPILER=${COMPILER}" "-DCMAKE_BUILD_TYPE=${BUILD_TYPE}")
run("" "${CMAKE_COMMAND}" --build "${WORK}/consumer")
run("vaswani2017attention cites 0, cited by 0" "${WORK}/consumer/consumer" "${WORK}/own")
