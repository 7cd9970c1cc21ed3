# Compiler, linker and caches: one INTERFACE target carries what every target of ours is built with.

find_program(ATLAS_CCACHE ccache)
if(ATLAS_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${ATLAS_CCACHE})
endif()

find_program(ATLAS_MOLD mold)

add_library(atlas_options INTERFACE)
target_include_directories(atlas_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(atlas_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough)
if(ATLAS_CCACHE AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # ccache can only reuse what was built with a precompiled header when the preprocessor keeps its directives.
    target_compile_options(atlas_options INTERFACE -fpch-preprocess)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # GCC 12 warns falsely about "text" + std::string (GCC bugs 105329, 105651).
    target_compile_options(atlas_options INTERFACE -Wno-restrict -Wno-stringop-overflow -Wno-array-bounds)
endif()
if(ATLAS_MOLD)
    target_link_options(atlas_options INTERFACE -fuse-ld=mold)
endif()
if(ATLAS_SANITIZE)
    target_compile_options(atlas_options INTERFACE -fsanitize=${ATLAS_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(atlas_options INTERFACE -fsanitize=${ATLAS_SANITIZE})
endif()

# atlas_precompile(target group header...)
# The first target of a group precompiles the headers, the others use what it made: all of a group must have the same
# definitions (Qt's modules, and the folder, which Qt Test defines).
function(atlas_precompile target group)
    get_property(owner GLOBAL PROPERTY ATLAS_PRECOMPILED_${group})
    if(owner)
        target_precompile_headers(${target} REUSE_FROM ${owner})
    else()
        set_property(GLOBAL PROPERTY ATLAS_PRECOMPILED_${group} ${target})
        target_precompile_headers(${target} PRIVATE ${ARGN})
    endif()
endfunction()

# atlas_test(tst_name SOURCES a.cpp ... LIBS target ... [LABELS unit ...] [TIMEOUT seconds] [PLAIN|STORAGE|TORCH|WIDGETS])
# A Qt Test program named as the source it tests; runs offscreen, knows where the repository stands. The last word: what
# most of the folder's tests include, precompiled once for all of them.
function(atlas_test name)
    cmake_parse_arguments(TEST "PLAIN;STORAGE;TORCH;WIDGETS" "TIMEOUT" "SOURCES;LIBS;LABELS" ${ARGN})
    add_executable(${name} ${TEST_SOURCES})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    target_link_libraries(${name} PRIVATE atlas_options atlas_test_support ${TEST_LIBS} Qt6::Test)
    target_compile_definitions(${name} PRIVATE QT_NO_KEYWORDS)
    target_compile_options(${name} PRIVATE $<$<CONFIG:Release>:-O0>)  # what is tested is optimised; tests need not be
    # Not AUTOMOC: its scan and its file to compile cost 3 s a program, and which files need moc is known here.
    target_include_directories(${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/moc)
    foreach(source IN LISTS TEST_SOURCES)
        get_filename_component(base ${source} NAME_WE)
        set(generated ${CMAKE_CURRENT_BINARY_DIR}/moc/${base}.moc)
        if(source MATCHES "\\.h$")
            set(generated ${CMAKE_CURRENT_BINARY_DIR}/moc/${name}_${base}.cpp)
        endif()
        qt_generate_moc(${source} ${generated} TARGET ${name})
        target_sources(${name} PRIVATE ${generated})
    endforeach()
    add_test(NAME ${name} COMMAND ${name})
    if(NOT TEST_TIMEOUT)
        set(TEST_TIMEOUT 300)
    endif()
    if(NOT TEST_LABELS)
        set(TEST_LABELS unit)
    endif()
    if(TEST_PLAIN)
        atlas_precompile(${name} plain_tests <QtTest/QtTest> <nlohmann/json.hpp> <map> <set> <string> <vector>)
    elseif(TEST_STORAGE)
        atlas_precompile(${name} storage_tests
            <QtTest/QtTest> <SQLiteCpp/SQLiteCpp.h> <nlohmann/json.hpp> <filesystem> <functional> <future> <map> <optional>
            <string> <vector>)
    elseif(TEST_TORCH)
        atlas_precompile(${name} torch_tests <QtTest/QtTest> <torch/autograd.h> <torch/types.h> <torch/utils.h>)
    elseif(TEST_WIDGETS)
        atlas_precompile(${name} ui_tests <QtTest/QtTest> <QtWidgets/QtWidgets>)
    endif()
    set_tests_properties(${name} PROPERTIES
        TIMEOUT ${TEST_TIMEOUT} LABELS "${TEST_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;OMP_WAIT_POLICY=passive;ATLAS_BIN=${CMAKE_BINARY_DIR}/bin")
endfunction()
