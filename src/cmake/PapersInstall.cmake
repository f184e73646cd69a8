# What `cmake --install` puts where: the program (component `program`), and libpapers with its headers
# (component `library`). Nothing that is installed knows its prefix, so all of it may be moved.
include(CMakePackageConfigHelpers)

set(PAPERS_ZSH_DIR "${CMAKE_INSTALL_DATADIR}/zsh/site-functions" CACHE STRING "Where zsh looks for completions")

set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME program)
set(CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

# papers_install_link(FOLDER NAME TARGET): a symbolic link beside its target.
function(papers_install_link folder name target)
  install(CODE "
    set(link \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${folder}/${name}\")
    message(STATUS \"Installing: \${link}\")
    file(CREATE_LINK ${target} \"\${link}\" SYMBOLIC)")
endfunction()

install(TARGETS papers RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
# GNOME has a viewer called papers; this name is ours alone.
papers_install_link(${CMAKE_INSTALL_BINDIR} pq papers)
install(TARGETS papers_online LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}/papers)
install(FILES "${PROJECT_SOURCE_DIR}/cache/seed.jsonl" DESTINATION ${CMAKE_INSTALL_DATADIR}/papers)
install(DIRECTORY "${PAPERS_SHARE_DIR}/man/man1" DESTINATION ${CMAKE_INSTALL_MANDIR} FILES_MATCHING PATTERN "*.1")
if(PAPERS_DEBIAN)  # which wants them compressed, with no name and no time in them
  install(CODE "
    file(GLOB pages \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_MANDIR}/man1/*.1\")
    execute_process(COMMAND gzip -9nf \${pages} COMMAND_ERROR_IS_FATAL ANY)")
endif()
install(FILES "${PAPERS_SHARE_DIR}/bash-completion/completions/papers"
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES "${PAPERS_SHARE_DIR}/zsh/site-functions/_papers" DESTINATION "${PAPERS_ZSH_DIR}")
install(FILES "${PAPERS_SHARE_DIR}/fish/vendor_completions.d/papers.fish"
        DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

set(PAPERS_CMAKE_DIR "${CMAKE_INSTALL_LIBDIR}/cmake/papers")
install(TARGETS papers_library EXPORT papers-targets COMPONENT library
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
        FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT papers-targets NAMESPACE papers:: DESTINATION "${PAPERS_CMAKE_DIR}" COMPONENT library)
configure_package_config_file(src/cmake/papers-config.cmake.in "${PROJECT_BINARY_DIR}/papers-config.cmake"
                              INSTALL_DESTINATION "${PAPERS_CMAKE_DIR}")
# Until 1.0 the headers may change with every version.
write_basic_package_version_file("${PROJECT_BINARY_DIR}/papers-config-version.cmake"
                                 COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/papers-config.cmake" "${PROJECT_BINARY_DIR}/papers-config-version.cmake"
        DESTINATION "${PAPERS_CMAKE_DIR}" COMPONENT library)

include(src/cmake/PapersPackage.cmake)
