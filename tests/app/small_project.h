#pragma once

#include <QString>

namespace atlas::test {

/// Two small tasks as a user brings them: sentences in a CSV file and pictures in class folders.
void writeSentences(const QString &file);
void drawPictures(const QString &folder);

/// A project `folder` with the tasks "notes" and "colours" and the sequence "both", made by the command line.
/// False when a command failed (its output is printed).
bool makeSmallProject(const QString &folder);

}  // namespace atlas::test
