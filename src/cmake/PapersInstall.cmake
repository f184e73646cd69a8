# What `cmake --install` puts where.
if(NOT TARGET papers)
  return()
endif()
install(TARGETS papers RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS papers_online LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}/papers)
install(FILES "${PROJECT_SOURCE_DIR}/cache/seed.jsonl" DESTINATION ${CMAKE_INSTALL_DATADIR}/papers)
