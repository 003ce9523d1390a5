# SPDX-License-Identifier: GPL-3.0-or-later
# pactable_embed(<target> <file> <function>): makes the bytes of a file part of a target, as
# `std::string_view pactable::embedded::<function>()` declared in "embedded/<function>.h".
function(pactable_embed target file function)
  get_filename_component(path ${file} ABSOLUTE)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${path})
  file(READ ${path} hex HEX)
  string(LENGTH "${hex}" hex_length)
  math(EXPR size "${hex_length} / 2")
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${hex}")
  set(folder ${PROJECT_BINARY_DIR}/embedded)
  file(CONFIGURE OUTPUT ${folder}/${function}.h @ONLY CONTENT
"#pragma once
#include <string_view>
namespace pactable::embedded {
std::string_view ${function}();
}
")
  file(CONFIGURE OUTPUT ${folder}/${function}.cpp @ONLY CONTENT
"#include \"embedded/${function}.h\"
namespace {
const unsigned char kBytes[] = {${bytes}};
}
std::string_view pactable::embedded::${function}() { return {reinterpret_cast<const char*>(kBytes), ${size}}; }
")
  target_sources(${target} PRIVATE ${folder}/${function}.cpp)
  target_include_directories(${target} PRIVATE ${PROJECT_BINARY_DIR})
endfunction()
