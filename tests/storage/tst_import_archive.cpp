#include "import_fixture.h"

#include "core/error.h"
#include "storage/import/archive.h"
#include "storage/import/problems.h"

#include <QTest>

#include <algorithm>
#include <fstream>

using namespace atlas;
using namespace atlas::storage;
using atlas::test::pictureBytes;
namespace fs = std::filesystem;

namespace {

/// An entry of a tar; type '0' file, '2' symbolic link, '5' folder.
QByteArray tarEntry(const QByteArray &name, const QByteArray &content, char type = '0', const QByteArray &target = {})
{
    QByteArray header(512, '\0');
    const auto put = [&](int at, const QByteArray &bytes) { header.replace(at, bytes.size(), bytes); };
    put(0, name);
    put(100, "0000644");
    put(108, "0000000");
    put(116, "0000000");
    put(124, QByteArray::number(content.size(), 8).rightJustified(11, '0'));
    put(136, "00000000000");
    put(148, "        ");
    header[156] = type;
    put(157, target);
    put(257, QByteArray("ustar\0"
                        "00",
                        8));
    int sum = 0;
    for (const char c : header) {
        sum += static_cast<unsigned char>(c);
    }
    put(148, QByteArray::number(sum, 8).rightJustified(6, '0') + QByteArray("\0 ", 2));
    return header + content + QByteArray((512 - content.size() % 512) % 512, '\0');
}

QByteArray picture(int grey)
{
    return pictureBytes(".png", 16, 12, grey);
}

std::size_t entriesIn(const fs::path &folder)
{
    std::error_code error;
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder, error), fs::directory_iterator{}));
}

}  // namespace

class TestImportArchive : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void foldersInsideAreClasses()
    {
        const test::ImportFixture fixture;
        const ImportReport report =
            import(fixture, tarEntry("shop/", {}, '5') + tarEntry("shop/cat/a.png", picture(1)) +
                                tarEntry("shop/dog/b.png", picture(2)) + tarEntry("__MACOSX/shop/cat/._a.png", "x"));
        QCOMPARE(report.imported, 2);
        QCOMPARE(report.classes.size(), std::size_t{2});
        QCOMPARE(report.classes[0].first, std::string("cat"));
        QCOMPARE(fixture.samples()[0].source, std::string("cat/a.png"));
    }

    void aLoneFolderOfPicturesIsAClass()
    {
        const test::ImportFixture fixture;
        const ImportReport report =
            import(fixture, tarEntry("cat/a.png", picture(1)) + tarEntry("cat/b.png", picture(2)));
        QCOMPARE(report.classes.size(), std::size_t{1});
        QCOMPARE(report.classes[0].first, std::string("cat"));
    }

    void tablesAreReadWithTheirPictures()
    {
        const test::ImportFixture fixture;
        const ImportReport report =
            import(fixture, tarEntry("data/labels.csv", "image,label\na.png,x\nb.png,y\n") +
                                tarEntry("data/a.png", picture(1)) + tarEntry("data/b.png", picture(2)));
        QCOMPARE(report.format, std::string("csv"));
        QCOMPARE(report.imported, 2);
    }

    void nothingLeavesTheFolder()
    {
        const test::ImportFixture fixture;
        const ImportReport report =
            import(fixture, tarEntry("cat/a.png", picture(1)) + tarEntry("../../out.png", picture(2)) +
                                tarEntry("/tmp/atlas-out.png", picture(3)) + tarEntry("cat/l", {}, '2', "/tmp") +
                                tarEntry("cat/l/in.png", picture(4)) + tarEntry("C:/x.png", picture(5)) +
                                tarEntry("cat\\y.png", picture(6)) + tarEntry("dog/z.png", picture(7)));
        QCOMPARE(test::count(report, code::kUnsafePath), 5);
        QCOMPARE(report.imported, 3);  // also what lay "behind" the link, in a folder of that name
        QVERIFY(!fs::exists("/tmp/atlas-out.png") && !fs::exists("/tmp/in.png"));
        QVERIFY(!fs::exists(fixture.project().cacheFolder() / "out.png"));
    }

    void theFirstOfEqualNamesIsTaken()
    {
        const test::ImportFixture fixture;
        const ImportReport report =
            import(fixture, tarEntry("cat/a.png", picture(1)) + tarEntry("cat/a.png", picture(2)) +
                                tarEntry("dog/b.png", picture(3)));
        QCOMPARE(test::count(report, code::kNameCollision), 1);
        QCOMPARE(report.imported, 2);
    }

    void whatIsUnpackedGoesAgain()
    {
        const test::ImportFixture fixture;
        import(fixture, tarEntry("cat/a.png", picture(1)) + tarEntry("dog/b.png", picture(2)));
        QCOMPARE(entriesIn(fixture.project().cacheFolder()), std::size_t{0});
        import(fixture, tarEntry("cat/a.png", picture(1)).left(700));
        QCOMPARE(entriesIn(fixture.project().cacheFolder()), std::size_t{0});
    }

    void cutArchivesAreRefused()
    {
        const test::ImportFixture fixture;
        const QByteArray whole = tarEntry("cat/a.png", picture(1)) + tarEntry("dog/b.csv", QByteArray(4000, 'x'));
        const ImportReport report = import(fixture, whole.left(2600));
        QCOMPARE(test::count(report, code::kTruncated), 1);
        QCOMPARE(report.imported, 0);
        QVERIFY(fixture.samples().empty());
    }

    void cancellingLeavesNothing()
    {
        const test::ImportFixture fixture;
        ImportRequest request = fixture.request();
        request.source = fixture.write("set.tar", tarEntry("cat/a.png", picture(1)));
        std::stop_source stop;
        stop.request_stop();
        NullObserver observer;
        QVERIFY_EXCEPTION_THROWN(importInto(fixture.project(), request, observer, stop.get_token()), Error);
        QCOMPARE(entriesIn(fixture.project().cacheFolder()), std::size_t{0});
    }

    void progressNeverGoesBack()
    {
        class Watcher final : public Observer {
        public:
            void progress(double fraction, const Sentence &) override { fractions.push_back(fraction); }
            void log(LogLevel, const std::string &) override {}
            std::vector<double> fractions;
        };
        const test::ImportFixture fixture;
        QByteArray entries;
        for (int i = 0; i < 8; ++i) {
            entries += tarEntry("cat/" + QByteArray::number(i) + ".png", picture(i));
        }
        ImportRequest request = fixture.request();
        request.source = fixture.write("set.tar", entries + QByteArray(1024, '\0'));
        Watcher watcher;
        QCOMPARE(importInto(fixture.project(), request, watcher, {}).imported, 8);
        QVERIFY(watcher.fractions.size() > 3);
        QVERIFY(std::ranges::is_sorted(watcher.fractions));
        QCOMPARE(watcher.fractions.back(), 1.0);
    }

    void archivesAreKnownByTheirContent()
    {
        const test::ImportFixture fixture;
        QVERIFY(isArchive(fixture.write("a.bin", tarEntry("x", "y"))));
        QVERIFY(isArchive(fixture.write("b.bin", QByteArray("PK\x03\x04", 4))));
        QVERIFY(!isArchive(fixture.write("c.csv", "text,label\n")));
        QVERIFY(!isArchive(fixture.write("d.png", picture(1))));
        QVERIFY(!isArchive(fixture.source()));
    }

private:
    static ImportReport import(const test::ImportFixture &fixture, const QByteArray &entries)
    {
        ImportRequest request = fixture.request();
        request.source = fixture.write("set.tar", entries + QByteArray(1024, '\0'));
        return fixture.import(request);
    }
};

QTEST_GUILESS_MAIN(TestImportArchive)
#include "tst_import_archive.moc"
