# What `cmake --install` puts where. The program is also called pq, because GNOME has a viewer called papers.
install(TARGETS papers RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(CODE "
  execute_process(COMMAND \"\${CMAKE_COMMAND}\" -E create_symlink papers
    \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_BINDIR}/pq\" COMMAND_ERROR_IS_FATAL ANY)")
install(TARGETS papers_online LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}/papers)
install(FILES "${PROJECT_SOURCE_DIR}/cache/seed.jsonl" DESTINATION ${CMAKE_INSTALL_DATADIR}/papers)
install(DIRECTORY "${PAPERS_SHARE_DIR}/man/man1" DESTINATION ${CMAKE_INSTALL_MANDIR} FILES_MATCHING PATTERN "*.1")
install(FILES "${PAPERS_SHARE_DIR}/bash-completion/completions/papers"
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES "${PAPERS_SHARE_DIR}/zsh/site-functions/_papers"
        DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES "${PAPERS_SHARE_DIR}/fish/vendor_completions.d/papers.fish"
        DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
