# libpapers: what the public headers promise, for other programs. The program itself links the modules.
#
# The modules that implement include/papers, as one archive; without the network, which stays a loadable part.
file(GLOB PAPERS_HEADERS CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/include/papers/*.hpp")
add_library(papers_library STATIC src/net/http.cpp)
foreach(module IN ITEMS util model graph rank bibliography export store)
  target_sources(papers_library PRIVATE $<TARGET_OBJECTS:papers_${module}>)
endforeach()
target_sources(papers_library PUBLIC FILE_SET HEADERS BASE_DIRS include FILES ${PAPERS_HEADERS})
target_compile_features(papers_library PUBLIC cxx_std_20)
target_link_libraries(papers_library PRIVATE SQLiteCpp SQLite::SQLite3 fmt::fmt pugixml::pugixml
  "$<BUILD_INTERFACE:utf8proc>" "$<INSTALL_INTERFACE:-lutf8proc>")

# Each public header compiles alone: target papers_library_verify_interface_header_sets.
set_target_properties(papers_library PROPERTIES
  OUTPUT_NAME papers EXPORT_NAME papers VERIFY_INTERFACE_HEADER_SETS ON)
