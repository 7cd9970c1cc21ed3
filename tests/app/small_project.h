#pragma once

#include <QColor>
#include <QString>

#include <utility>
#include <vector>

namespace atlas::test {

/// Two small tasks as a user brings them: sentences in a CSV file and pictures in class folders.
void writeSentences(const QString &file);
/// Plain pictures that differ in one pixel: 30 to train and 10 to test of each class.
void drawPictures(const QString &folder, const std::vector<std::pair<const char *, QRgb>> &classes = {
                                             {"red", qRgb(200, 40, 40)}, {"blue", qRgb(40, 60, 200)}});

/// A project `folder` with the tasks "notes" and "colours" and the sequence "both", made by the command line.
/// False when a command failed (its output is printed).
bool makeSmallProject(const QString &folder);

}  // namespace atlas::test
