# SPDX-License-Identifier: GPL-3.0-or-later
# pactable_stage(<name> SOURCES <files…> [USES <stages…>] [LIBRARIES <targets…>])
# One folder of converters/ = one stage = one library target. USES is the whole list of our folders that its files may
# include; tests/structure holds the includes against it (it reads the file that is written here).
set_property(GLOBAL PROPERTY PACTABLE_STAGES "")

function(pactable_stage name)
  cmake_parse_arguments(ARG "" "" "SOURCES;USES;LIBRARIES" ${ARGN})
  string(REPLACE "/" "_" target "${name}")
  add_library(pactable_${target} STATIC ${ARG_SOURCES})
  target_include_directories(pactable_${target} PUBLIC ${PROJECT_SOURCE_DIR}/converters)
  pactable_warnings(pactable_${target})
  foreach(used IN LISTS ARG_USES)
    string(REPLACE "/" "_" used_target "${used}")
    target_link_libraries(pactable_${target} PUBLIC pactable_${used_target})
  endforeach()
  target_link_libraries(pactable_${target} PRIVATE ${ARG_LIBRARIES})
  string(REPLACE ";" " " uses "${ARG_USES}")
  set_property(GLOBAL APPEND PROPERTY PACTABLE_STAGES "${name}: ${uses}")
endfunction()

# -Wrestrict misfires on std::string's operator+ in GCC 12 (GCC bug 105651).
function(pactable_warnings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast
                                           $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
                                           $<$<BOOL:${PACTABLE_WERROR}>:-Werror>)
endfunction()

# Writes build/stages.txt, a line per stage: "<name>: <used stages>".
function(pactable_write_stages)
  get_property(stages GLOBAL PROPERTY PACTABLE_STAGES)
  string(REPLACE ";" "\n" text "${stages}")
  file(WRITE ${PROJECT_BINARY_DIR}/stages.txt "${text}\n")
endfunction()
