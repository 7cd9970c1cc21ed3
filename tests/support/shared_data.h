#pragma once

#include <filesystem>

/// The material beside the repository (goldens, data). Tests that need it and do not find it skip with this reason.
namespace atlas::test {

std::filesystem::path sourceFolder();
std::filesystem::path sharedFolder();  ///< $ATLAS_SHARED, else ../shared beside the repository; may not exist
std::filesystem::path golden(const char *name);
/// A file of the frozen embedders, in $ATLAS_EMBEDDERS, else build/packages/embedders; may not exist.
std::filesystem::path embedderFile(const char *name);

}  // namespace atlas::test

#define ATLAS_NEED_SHARED(path)                                                                                        \
    do {                                                                                                               \
        if (!std::filesystem::exists(path)) {                                                                          \
            QSKIP(qPrintable(QStringLiteral("needs %1, which is not beside this repository")                           \
                                 .arg(QString::fromStdString((path).string()))));                                      \
        }                                                                                                              \
    } while (false)
