#include "small_project.h"

#include "cli.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTextStream>

namespace atlas::test {

void writeSentences(const QString &file)
{
    QFile csv(file);
    csv.open(QFile::WriteOnly);
    QTextStream stream(&csv);
    stream << "text,label,split\n";
    for (int i = 0; i < 60; ++i) {
        const QString split = i % 4 == 0 ? "test" : "train";
        stream << "the machine number " << i << " is broken,machine," << split << "\n";
        stream << "荷物" << i << "の到着が遅れます,delivery," << split << "\n";
    }
}

void drawPictures(const QString &folder, const std::vector<std::pair<const char *, QRgb>> &classes)
{
    for (const auto &[name, colour] : classes) {
        for (const char *split : {"train", "test"}) {
            const QString place = QString("%1/%2/%3").arg(folder, split, name);
            QDir().mkpath(place);
            for (int i = 0; i < (QByteArray(split) == "train" ? 30 : 10); ++i) {
                QImage picture(40, 40, QImage::Format_RGB32);
                picture.fill(colour);
                picture.setPixel(i, i, qRgb(i, i, 0));
                picture.save(QString("%1/%2.png").arg(place).arg(i));
            }
        }
    }
}

bool makeSmallProject(const QString &folder)
{
    const QString sources = folder + "-sources";
    QDir().mkpath(sources);
    writeSentences(sources + "/notes.csv");
    drawPictures(sources + "/colours");
    const QStringList steps[] = {
        {"init", folder},
        {"import", folder, sources + "/notes.csv", "--dataset", "notes"},
        {"import", folder, sources + "/colours", "--dataset", "colours"},
        {"task", folder, "add", "notes", "--dataset", "notes", "--kind", "text"},
        {"task", folder, "add", "colours", "--dataset", "colours", "--kind", "image"},
        {"sequence", folder, "set", "both", "notes", "colours"},
    };
    for (const QStringList &step : steps) {
        const CliResult result = runAtlas(step);
        if (result.exitCode != 0) {
            qWarning().noquote() << step.join(' ') << "ended with" << result.exitCode << result.err << result.out;
            return false;
        }
    }
    return true;
}

}  // namespace atlas::test
