# SPDX-License-Identifier: GPL-3.0-or-later
# All the machinery: what every target is compiled with, slipway_library for a room, slipway_test for its tests,
# slipway_check for a test that is a script, slipway_fuzz for a fuzz target.

add_library(slipway_strict INTERFACE)
target_compile_options(slipway_strict INTERFACE
    -Wall -Wextra -Wconversion -Wshadow $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>
    $<$<BOOL:${SLIPWAY_WERROR}>:-Werror>
)
target_compile_definitions(slipway_strict INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_USE_QSTRINGBUILDER
    QT_NO_CONTEXTLESS_CONNECT QT_DISABLE_DEPRECATED_UP_TO=0x060800
    SLIPWAY_VERSION="${PROJECT_VERSION}"
)
target_include_directories(slipway_strict INTERFACE ${PROJECT_SOURCE_DIR})
if(SLIPWAY_SANITIZE)
    target_compile_options(slipway_strict INTERFACE
        -fsanitize=${SLIPWAY_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(slipway_strict INTERFACE -fsanitize=${SLIPWAY_SANITIZE})
endif()

# $<LINK_LIBRARY:needed,X>: also where nothing of X is called.
set(CMAKE_LINK_LIBRARY_USING_needed "LINKER:--push-state,--no-as-needed" "<LINK_ITEM>" "LINKER:--pop-state")
set(CMAKE_LINK_LIBRARY_USING_needed_SUPPORTED TRUE)

# One precompiled header for all rooms: Qt's and the standard's heavy headers are read once.
add_library(slipway_pch OBJECT ${PROJECT_SOURCE_DIR}/cmake/pch.cpp)
target_link_libraries(slipway_pch PRIVATE slipway_strict Qt6::Core QCoro::Core)
target_precompile_headers(slipway_pch PRIVATE <QtCore> <QCoroTask> <expected> <chrono> <functional> <memory> <optional> <stop_token> <vector>)
set_target_properties(slipway_pch PROPERTIES CXX_CLANG_TIDY "")

# And one for all rooms of the window.
add_library(slipway_widgets_pch OBJECT ${PROJECT_SOURCE_DIR}/cmake/pch.cpp)
target_link_libraries(slipway_widgets_pch PRIVATE slipway_strict Qt6::Widgets QCoro::Core)
target_precompile_headers(slipway_widgets_pch PRIVATE <QtWidgets> <QCoroTask> <expected> <chrono> <functional> <memory> <optional> <stop_token> <vector>)
set_target_properties(slipway_widgets_pch PROPERTIES CXX_CLANG_TIDY "")

# What ccache takes for clang's precompiled header, which is another one in each folder and after each build: it holds its
# own place and time. What is in it comes from the system's packages alone.
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND EXISTS /var/lib/dpkg/status)
    file(SHA256 /var/lib/dpkg/status packages)
    foreach(pch slipway_pch slipway_widgets_pch)
        get_target_property(headers ${pch} PRECOMPILE_HEADERS)
        file(WRITE ${PROJECT_BINARY_DIR}/CMakeFiles/${pch}.dir/cmake_pch.hxx.pch.sum "${headers} ${packages}\n")
    endforeach()
endif()

# A room under its target's name, with the precompiled header it shares.
function(slipway_room name pch)
    cmake_parse_arguments(PARSE_ARGV 2 arg "" "" "SOURCES;PUBLIC;PRIVATE")
    add_library(slipway_${name} STATIC ${arg_SOURCES})
    add_library(slipway::${name} ALIAS slipway_${name})
    target_link_libraries(slipway_${name} PUBLIC Qt6::Core QCoro::Core ${arg_PUBLIC} PRIVATE ${arg_PRIVATE} slipway_strict)
    set_target_properties(slipway_${name} PROPERTIES LINKER_LANGUAGE CXX) # also for a room that is headers so far
    target_precompile_headers(slipway_${name} REUSE_FROM ${pch})
endfunction()

# A folder of core/ is a library of that name. PUBLIC and PRIVATE are its arrows to other rooms and libraries.
function(slipway_library name)
    slipway_room(${name} slipway_pch ${ARGN})
endfunction()

# A folder of ui/ is the library slipway::ui_<name>: some rooms of ui and core have the same name.
function(slipway_ui_library name)
    slipway_room(ui_${name} slipway_widgets_pch ${ARGN})
    target_link_libraries(slipway_ui_${name} PUBLIC Qt6::Widgets)
    set_target_properties(slipway_ui_${name} PROPERTIES AUTOMOC ON)
endfunction()

# What moc makes of each test class, for the file to include. moc reads that file alone: the headers of Qt would take it a
# second.
function(slipway_moc_tests target)
    get_target_property(sources ${target} SOURCES)
    list(FILTER sources INCLUDE REGEX "_test\\.cpp$")
    set(folder ${CMAKE_CURRENT_BINARY_DIR}/${target}_moc)
    foreach(source IN LISTS sources)
        cmake_path(GET source STEM name)
        qt_generate_moc(${source} ${folder}/${name}.moc)
        add_custom_command(OUTPUT ${folder}/${name}.moc APPEND DEPENDS Qt6::moc) # another Qt takes no file of this one's
        target_sources(${target} PRIVATE ${folder}/${name}.moc)
    endforeach()
    target_include_directories(${target} PRIVATE ${folder})
endfunction()

# The tests of a room: one program tst_<name> from the given files, each holding one test class (see tests/support/main.cpp).
# READING are those of them that read files beside them: they alone know where they are, so that ccache knows the others
# again in any checkout.
function(slipway_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;READING;LINK")
    add_executable(tst_${name} ${arg_SOURCES})
    slipway_moc_tests(tst_${name})
    target_link_libraries(tst_${name} PRIVATE slipway::test_main Qt6::Core Qt6::Network Qt6::Test QCoro::Core QCoro::Network
        ${arg_LINK} slipway_strict)
    target_precompile_headers(tst_${name} REUSE_FROM slipway_pch)
    set_source_files_properties(${arg_READING} PROPERTIES COMPILE_DEFINITIONS SLIPWAY_TEST_DATA="${CMAKE_CURRENT_SOURCE_DIR}")
    add_test(NAME ${name} COMMAND tst_${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT 120)
endfunction()

# The program tst_<name> for tests of what is painted; it runs without a display (see tests/support/widgetsmain.cpp).
function(slipway_widgets_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK")
    add_executable(tst_${name} ${arg_SOURCES})
    slipway_moc_tests(tst_${name})
    target_link_libraries(tst_${name} PRIVATE slipway::test_widgetsmain Qt6::Widgets Qt6::Test QCoro::Core ${arg_LINK}
        slipway_strict)
    target_precompile_headers(tst_${name} REUSE_FROM slipway_widgets_pch)
    add_test(NAME ${name} COMMAND tst_${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT 120)
endfunction()

# The tests of a room of ui: the program tst_ui_<name>.
function(slipway_ui_test name)
    slipway_widgets_test(ui_${name} ${ARGN})
endfunction()

# The exchanges of that test with the simulator are held against GitHub's description (contract_github).
function(slipway_records name)
    set_tests_properties(${name} PROPERTIES
        ENVIRONMENT SLIPWAY_EXCHANGES=${PROJECT_BINARY_DIR}/exchanges FIXTURES_SETUP exchanges)
    set_property(GLOBAL APPEND PROPERTY SLIPWAY_RECORDING tst_${name})
endfunction()

# A test that is a script: <name> runs COMMAND when the targets DEPENDS are built (all together: the target tst_<name>).
function(slipway_check name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "COMMAND;DEPENDS")
    add_custom_target(tst_${name} DEPENDS ${arg_DEPENDS})
    add_test(NAME ${name} COMMAND ${arg_COMMAND} WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
    set_tests_properties(${name} PROPERTIES TIMEOUT 300)
endfunction()

# A fuzz target: the program fuzz_<name>, whose short run is a test. It begins with the files in the folder <name> beside it.
function(slipway_fuzz name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK")
    add_executable(fuzz_${name} ${arg_SOURCES})
    target_link_libraries(fuzz_${name} PRIVATE ${arg_LINK} slipway_strict)
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
    target_precompile_headers(fuzz_${name} REUSE_FROM slipway_pch)
    add_dependencies(fuzz fuzz_${name})
    file(GLOB seeds ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*)
    list(JOIN seeds "," seeds)
    add_test(NAME fuzz_${name}
        COMMAND fuzz_${name} -seed=1 -runs=20000 -max_total_time=10 -timeout=10 -max_len=4096 -seed_inputs=${seeds})
    set_tests_properties(fuzz_${name} PROPERTIES TIMEOUT 120)
endfunction()
