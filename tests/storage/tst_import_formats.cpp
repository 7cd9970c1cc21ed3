#include "import_fixture.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace atlas;
using namespace atlas::storage;
using namespace atlas::test;

namespace {

std::size_t inSplit(const std::vector<Sample> &samples, Split split)
{
    return static_cast<std::size_t>(
        std::count_if(samples.begin(), samples.end(), [&](const Sample &sample) { return sample.split == split; }));
}

}  // namespace

/// Each layout is recognised and read whole, with splits, labels and pictures.
class TestImportFormats : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void folderOfClasses()
    {
        ImportFixture fixture;
        fixture.writePicture("cat/a.png", 1);
        fixture.writePicture("cat/b.png", 2);
        fixture.writePicture("犬 #1/c.png", 3);
        fixture.write("cat/notes.txt", "no picture");
        fixture.write(".DS_Store", "x");
        const ImportReport report = fixture.import();
        QVERIFY2(report.imported == 3, describe(report));
        QCOMPARE(report.format, "folder");
        QCOMPARE(report.skipped, 0);
        const std::vector<Sample> samples = fixture.samples();
        QCOMPARE(samples.size(), 3U);
        QCOMPARE(samples[0].labels.front().name, "cat");
        QCOMPARE(samples[2].labels.front().name, "犬 #1");
        QCOMPARE(samples[0].split, Split::Unassigned);
        QCOMPARE(samples[0].image->width, 12);
        QCOMPARE(samples[0].image->height, 8);
        QVERIFY(std::filesystem::exists(samples[0].image->path));
        QCOMPARE(fixture.assetFiles(), 3U);
    }

    void questionsWithVotes()
    {
        ImportFixture fixture;
        fixture.writePicture("train2014/COCO_train2014_000000000007.png", 1);
        fixture.writePicture("val2014/COCO_val2014_000000000007.png", 2);
        fixture.write("v2_train2014_questions.json", R"({"questions": [
            {"question_id": 70, "image_id": 7, "question": "what is it?"},
            {"question_id": 71, "image_id": 7, "question": "which colour?"},
            {"question_id": 72, "image_id": 8, "question": "where?"}, 5]})");
        fixture.write("v2_train2014_annotations.json", R"({"annotations": [
            {"question_id": 70, "answers": [{"answer": "cat"}, {"answer": "cat"}, {"answer": "cat"}, {"answer": "dog"}]},
            {"question_id": 71, "multiple_choice_answer": "red"}]})");
        fixture.write("v2_val2014_questions.json",
                      R"({"questions": [{"question_id": 90, "image_id": 7, "question": "what is it?"}]})");
        const ImportReport report = fixture.import();
        QCOMPARE(report.format, "vqa");
        QVERIFY2(report.imported == 3 && report.skipped == 2, describe(report));
        QCOMPARE(count(report, "MISSING_FILE"), 1);
        QCOMPARE(count(report, "BAD_JSON"), 1);
        const std::vector<Sample> samples = fixture.samples();
        QCOMPARE(inSplit(samples, Split::Train), 2U);
        QCOMPARE(inSplit(samples, Split::Validation), 1U);
        QCOMPARE(samples[0].externalId, "70");
        QCOMPARE(samples[0].question, "what is it?");
        QCOMPARE(samples[0].labels.size(), 2U);
        QCOMPARE(samples[0].labels[0].weight, 1.0);
        QVERIFY(std::abs(samples[0].labels[1].weight - 1.0 / 3) < 1e-9);
        QCOMPARE(samples[1].labels.front().name, "red");
        QVERIFY(samples[2].labels.empty());
        QVERIFY(samples[0].image->sha256 != samples[2].image->sha256);
    }

    void folderWithSplits()
    {
        ImportFixture fixture;
        fixture.writePicture("train/cat/a.png", 1);
        fixture.writePicture("train/dog/b.png", 2);
        fixture.writePicture("valid/cat/c.png", 3);
        fixture.writePicture("test/dog/deep/d.png", 4);
        const ImportReport report = fixture.import();
        QVERIFY2(report.imported == 4, describe(report));
        const std::vector<Sample> samples = fixture.samples();
        QCOMPARE(inSplit(samples, Split::Train), 2U);
        QCOMPARE(inSplit(samples, Split::Validation), 1U);
        QCOMPARE(inSplit(samples, Split::Test), 1U);
        QCOMPARE(count(report, "NESTED_FOLDER"), 1);
        QCOMPARE(report.classes.size(), 2U);
    }

    void csvWithQuotesAndSplitsFromFileNames()
    {
        ImportFixture fixture;
        fixture.write("train.csv", "\xEF\xBB\xBFtext,label\r\n\"two\r\nlines, \"\"quoted\"\"\",007\r\nplain,7\r\n");
        fixture.write("test.csv", "text,label\nother,7\n");
        const ImportReport report = fixture.import();
        QVERIFY2(report.imported == 3, describe(report));
        QCOMPARE(report.format, "csv");
        const std::vector<Sample> samples = fixture.samples();
        QCOMPARE(inSplit(samples, Split::Test), 1U);
        const auto quoted = std::find_if(samples.begin(), samples.end(),
                                         [](const Sample &sample) { return sample.text == "two\nlines, \"quoted\""; });
        QVERIFY(quoted != samples.end());
        QCOMPARE(quoted->labels.front().name, "007");
        QCOMPARE(quoted->source, "train.csv:2");
    }

    void tsv()
    {
        ImportFixture fixture;
        ImportRequest request = fixture.request();
        request.source = fixture.write("data.tsv", "text\tlabel\nwith, comma\ta\nmore\tb\n");
        const ImportReport report = fixture.import(request);
        QVERIFY2(report.imported == 2, describe(report));
        QCOMPARE(report.format, "tsv");
        QCOMPARE(fixture.samples()[0].text, "with, comma");
    }

    void csvOfPicturePairs()
    {
        ImportFixture fixture;
        fixture.writePicture("images/a.png", 1);
        fixture.writePicture("images/b.png", 2);
        fixture.write("train.csv", "image_a,image_b,label,defect_type\nimages/a.png,images/b.png,defect,short\n");
        const ImportReport report = fixture.import();
        QVERIFY2(report.imported == 1, describe(report));
        QCOMPARE(count(report, "EXTRA_COLUMN"), 1);
        const Sample sample = fixture.samples().front();
        QVERIFY(sample.image && sample.image2);
        QVERIFY(sample.image->sha256 != sample.image2->sha256);
        QCOMPARE(sample.labels.front().name, "defect");
    }

    void jsonlOfStatementsAboutAPicture()
    {
        ImportFixture fixture;
        fixture.writePicture("images/a.png", 1);
        fixture.write("train.jsonl", R"({"image": "images/a.png", "statement": "It is dark.", "label": true})"
                                     "\n"
                                     R"({"image": "images/a.png", "statement": "It is light.", "label": false})"
                                     "\n");
        const ImportReport report = fixture.import();
        QVERIFY2(report.imported == 2, describe(report));
        const std::vector<Sample> samples = fixture.samples();
        QCOMPARE(samples[0].question, "It is dark.");
        QCOMPARE(samples[0].labels.front().name, "true");
        QCOMPARE(samples[1].labels.front().name, "false");
        QCOMPARE(fixture.assetFiles(), 1U);
    }

    void jsonlWithSoftAnswers()
    {
        ImportFixture fixture;
        fixture.writePicture("a.png", 1);
        fixture.write("train.jsonl", R"({"image": "a.png", "question": "what?", "answers": ["x", "x", "x", "y"]})");
        const ImportReport report = fixture.import();
        QVERIFY2(report.imported == 1, describe(report));
        const std::vector<Label> labels = fixture.samples().front().labels;
        QCOMPARE(labels.size(), 2U);
        QCOMPARE(labels[0], (Label{"x", 1.0}));
        QCOMPARE(labels[1], (Label{"y", 1.0 / 3.0}));
    }

    void jsonArray()
    {
        ImportFixture fixture;
        ImportRequest request = fixture.request();
        request.source = fixture.write("data.json", R"([{"text": "a", "label": 1}, {"text": "b", "label": "two"}])");
        const ImportReport report = fixture.import(request);
        QVERIFY2(report.imported == 2, describe(report));
        QCOMPARE(report.format, "json");
        QCOMPARE(fixture.samples()[0].labels.front().name, "1");
    }

    void choicesWithLabelsInAFileBeside()
    {
        ImportFixture fixture;
        fixture.write("train.jsonl", R"({"goal": "open it", "sol1": "pull", "sol2": "push"})"
                                     "\n"
                                     R"({"goal": "close it", "sol1": "pull", "sol2": "push"})"
                                     "\n");
        fixture.write("train-labels.lst", "1\n0\n");
        const ImportReport report = fixture.import();
        QVERIFY2(report.imported == 2, describe(report));
        const Sample sample = fixture.samples().front();
        QCOMPARE(sample.question, "open it");
        QCOMPARE(sample.choices, (std::vector<std::string>{"pull", "push"}));
        QCOMPARE(sample.labels.front().name, "1");
    }

    void huggingFaceImageFolder()
    {
        ImportFixture fixture;
        fixture.writePicture("train/0.png", 1);
        fixture.writePicture("train/1.png", 2);
        fixture.writePicture("train/unlisted.png", 3);
        fixture.writePicture("test/0.png", 4);
        fixture.write("train/metadata.jsonl", "{\"file_name\": \"0.png\", \"label\": \"cat\"}\n"
                                              "{\"file_name\": \"1.png\", \"label\": \"dog\"}\n");
        fixture.write("test/metadata.csv", "file_name,label\n0.png,cat\n");
        const ImportReport report = fixture.import();
        QVERIFY2(report.imported == 3, describe(report));
        QCOMPARE(report.format, "hf-imagefolder");
        QCOMPARE(count(report, "NOT_LISTED"), 1);
        QCOMPARE(inSplit(fixture.samples(), Split::Test), 1U);
    }

    void idxPairsWithClassNames()
    {
        ImportFixture fixture;
        QByteArray pixels;
        for (int i = 0; i < 3 * 4; ++i) {
            pixels += static_cast<char>(i * 20);
        }
        fixture.writeGz("train-images-idx3-ubyte.gz", idxBytes({3, 2, 2}, pixels));
        fixture.writeGz("train-labels-idx1-ubyte.gz", idxBytes({3}, QByteArray("\0\1\1", 3)));
        fixture.write("t10k-images-idx3-ubyte", idxBytes({1, 2, 2}, QByteArray(4, 'x')));
        fixture.write("t10k-labels-idx1-ubyte", idxBytes({1}, QByteArray(1, '\0')));
        fixture.write("labels.txt", "T-shirt/top\nTrouser\n");
        const ImportReport report = fixture.import();
        QVERIFY2(report.imported == 4, describe(report));
        QCOMPARE(report.format, "idx");
        const std::vector<Sample> samples = fixture.samples();
        QCOMPARE(inSplit(samples, Split::Train), 3U);
        QCOMPARE(inSplit(samples, Split::Test), 1U);
        QCOMPARE(std::count_if(samples.begin(), samples.end(),
                               [](const Sample &sample) { return sample.labels.front().name == "Trouser"; }),
                 2);
        QCOMPARE(samples[0].image->width, 2);
    }
};

QTEST_GUILESS_MAIN(TestImportFormats)
#include "tst_import_formats.moc"
