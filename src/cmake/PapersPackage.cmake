# The .deb packages, made by CPack (scripts/package): papers-queue with the program, papers-queue-dev with
# libpapers. The name is not `papers`, because that is GNOME's viewer, which Debian ships from 13 on: an
# upgrade would put it in our place.
set(PAPERS_MAINTAINER "papers maintainers <maintainers@papers.invalid>")

if(PAPERS_DEBIAN)
  set(debian "${PROJECT_BINARY_DIR}/debian")
  file(MAKE_DIRECTORY "${debian}")
  string(TIMESTAMP PAPERS_DATE "%a, %d %b %Y %H:%M:%S +0000" UTC)
  configure_file(src/dist/debian-changelog.in "${debian}/changelog" @ONLY)
  # With no name and no time in it.
  add_custom_command(OUTPUT "${debian}/changelog.gz"
                     COMMAND sh -c "gzip -9cn '${debian}/changelog' > '${debian}/changelog.gz'"
                     DEPENDS "${debian}/changelog" VERBATIM)
  add_custom_target(debian_changelog ALL DEPENDS "${debian}/changelog.gz")
  foreach(row IN ITEMS program=papers-queue library=papers-queue-dev)
    string(REPLACE "=" ";" row "${row}")
    list(GET row 0 component)
    list(GET row 1 package)
    set(folder ${CMAKE_INSTALL_DATADIR}/doc/${package})
    install(FILES src/dist/debian-copyright RENAME copyright DESTINATION ${folder} COMPONENT ${component})
    install(FILES "${debian}/changelog.gz" DESTINATION ${folder} COMPONENT ${component})
  endforeach()
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME papers-queue)
set(CPACK_PACKAGE_VENDOR "papers")
set(CPACK_PACKAGE_CONTACT "${PAPERS_MAINTAINER}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "reading queue with a citation graph for research papers")
set(CPACK_COMPONENTS_ALL program library)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS ${CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS})
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME papers-queue)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_DEPENDS ca-certificates)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_RECOMMENDS "graphviz, less, xdg-utils")
set(CPACK_DEBIAN_PROGRAM_PACKAGE_CONFLICTS papers)
set(CPACK_DEBIAN_PROGRAM_DESCRIPTION
"Give it addresses of papers, and it answers what to read now and why,
follows references to a set depth and no further, keeps the way back from
older papers, and draws how the papers hang together. Facts come from arXiv,
Semantic Scholar, OpenAlex and Crossref; a first set of them is included.
The program is called papers, and pq as well.")

set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME papers-queue-dev)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_DEPENDS
    "libfmt-dev, libpugixml-dev, libsqlite3-dev, libsqlitecpp-dev, libutf8proc-dev")
set(CPACK_DEBIAN_LIBRARY_DESCRIPTION
"The library behind papers-queue: items, citation graph, ranking and storage,
as C++20 headers and a static library. Until version 1.0 they may change with
every version.")
include(CPack)
