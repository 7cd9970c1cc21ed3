#include "core/error.h"
#include "core/files.h"
#include "core/safetensors.h"

#include <QTemporaryDir>
#include <QTest>

#include <cstring>

using namespace atlas;

namespace {

std::string withLength(std::uint64_t length, const std::string &rest)
{
    std::string text(8, '\0');
    std::memcpy(text.data(), &length, 8);
    return text + rest;
}

std::string fileOf(const std::string &header, const std::string &data)
{
    return withLength(header.size(), header + data);
}

std::span<const std::byte> bytesOf(const std::string &text)
{
    return std::as_bytes(std::span(text));
}

}  // namespace

class TestSafetensors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatTheFormatForbids_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("reason");

        const auto row = [](const char *name, const std::string &file, const char *reason) {
            QTest::newRow(name) << QByteArray(file.data(), static_cast<qsizetype>(file.size())) << reason;
        };
        const std::string f32 = R"({"dtype":"F32","shape":[1],"data_offsets":)";
        row("empty", "", "at least 8");
        row("seven bytes", "1234567", "at least 8");
        row("header longer than the file", withLength(1000, "{}"), "only 2 follow");
        row("header over the limit", withLength(100'000'001, "{}"), "at most");
        row("header of 2^64-1 bytes", withLength(UINT64_MAX, "{}"), "at most");
        row("no header", withLength(0, ""), "does not begin with {");
        row("not an object", fileOf("[]", ""), "does not begin with {");
        row("broken JSON", fileOf("{\"a\":", ""), "not valid JSON");
        row("nested too deeply", fileOf(R"({"a":)" + std::string(100, '[') + std::string(100, ']') + "}", ""),
            "too deeply");
        row("name twice", fileOf("{\"a\":" + f32 + "[0,4]},\"a\":" + f32 + "[4,8]}}", "12345678"), "stands twice");
        row("field twice", fileOf(R"({"a":{"dtype":"F32","dtype":"F32","shape":[1],"data_offsets":[0,4]}})", "1234"),
            "stands twice");
        row("field missing", fileOf(R"({"a":{"dtype":"F32","shape":[1]}})", "1234"), "exactly dtype");
        row("field unknown", fileOf(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4],"x":1}})", "1234"),
            "exactly dtype");
        row("unknown type", fileOf(R"({"a":{"dtype":"F31","shape":[1],"data_offsets":[0,4]}})", "1234"),
            "element type \"F31\"");
        row("negative side", fileOf(R"({"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}})", "1234"),
            "not a size");
        row("side of a half", fileOf(R"({"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}})", "1234"),
            "not a size");
        row("shape overflows",
            fileOf(R"({"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,4]}})", "1234"),
            "larger than memory");
        row("shape overflows to zero bytes",
            fileOf(R"({"a":{"dtype":"F32","shape":[4611686018427387904],"data_offsets":[0,0]}})", ""),
            "larger than memory");
        row("size and shape differ", fileOf("{\"a\":" + f32 + "[0,8]}}", "12345678"), "need 4");
        row("range past the end", fileOf("{\"a\":" + f32 + "[0,4]}}", "123"), "holds 3 bytes");
        row("range backwards", fileOf("{\"a\":" + f32 + "[4,0]}}", "1234"), "bytes 4 to 0");
        row("overlap", fileOf("{\"a\":" + f32 + "[0,4]},\"b\":" + f32 + "[2,6]}}", "123456"), "overlaps");
        row("hole", fileOf("{\"a\":" + f32 + "[0,4]},\"b\":" + f32 + "[6,10]}}", "1234567890"), "belong to no tensor");
        row("hole at the end", fileOf("{\"a\":" + f32 + "[0,4]}}", "12345"), "1 bytes follow");
        row("metadata not text", fileOf(R"({"__metadata__":{"a":1}})", ""), "not a string");
    }

    void refusesWhatTheFormatForbids()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const QString, reason);
        const std::string bytes = file.toStdString();
        try {
            SafetensorsFile::parse(bytesOf(bytes), "hostile");
        } catch (const Error &error) {
            QCOMPARE(error.code(), ErrorCode::BadInput);
            const QString message = QString::fromStdString(error.message());
            QVERIFY2(message.startsWith("hostile"), qPrintable(message));
            QVERIFY2(message.contains(reason), qPrintable(message));
            return;
        }
        QFAIL("the file was accepted");
    }

    void everyTruncationIsRefused()
    {
        const std::string whole = fileOf(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})", "12345678");
        for (std::size_t length = 0; length < whole.size(); ++length) {
            const std::string part = whole.substr(0, length);
            QVERIFY_THROWS_EXCEPTION(Error, SafetensorsFile::parse(bytesOf(part), "cut"));
        }
        QCOMPARE(SafetensorsFile::parse(bytesOf(whole), "whole").tensors().size(), std::size_t(1));
    }

    void readsBackWhatItWrote()
    {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("a.safetensors").toStdString();
        const std::vector<float> numbers{1.5F, -2.0F, 0.25F, 4.0F, 5.0F, 6.0F};
        const std::vector<std::uint8_t> odd{1, 2, 3};
        const std::vector<std::pair<std::string, TensorView>> tensors{
            {"z", {DType::U8, {3}, std::as_bytes(std::span(odd))}},
            {"a", {DType::F32, {2, 3}, std::as_bytes(std::span(numbers))}},
            {"scalar", {DType::F32, {}, std::as_bytes(std::span(numbers)).first(4)}},
            {"none", {DType::I64, {0, 5}, {}}},
        };
        writeSafetensors(file, tensors, {{"kind", "test"}, {"ノート", "日本語"}});

        const SafetensorsFile read = SafetensorsFile::open(file);
        QCOMPARE(read.tensors().size(), tensors.size());
        for (const auto &[name, view] : tensors) {
            const TensorView &other = read.at(name);
            QCOMPARE(other.dtype, view.dtype);
            QCOMPARE(other.shape, view.shape);
            QVERIFY(std::ranges::equal(other.bytes, view.bytes));
        }
        QCOMPARE(read.metadata().at("ノート"), std::string("日本語"));
        QVERIFY_THROWS_EXCEPTION(Error, read.at("b"));

        const std::string first = readFile(file);
        writeSafetensors(file, tensors, {{"ノート", "日本語"}, {"kind", "test"}});
        QVERIFY(readFile(file) == first);
    }

    void refusesToWriteNonsense()
    {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("a.safetensors").toStdString();
        const std::string four = "1234";
        const TensorView view{DType::F32, {1}, bytesOf(four)};
        QVERIFY_THROWS_EXCEPTION(Error, writeSafetensors(file, {{"a", view}, {"a", view}}));
        QVERIFY_THROWS_EXCEPTION(Error, writeSafetensors(file, {{"a", {DType::F32, {2}, bytesOf(four)}}}));
        QVERIFY(!std::filesystem::exists(file));
    }

    void saysWhenThereIsNoFile()
    {
        try {
            SafetensorsFile::open("does-not-exist.safetensors");
            QFAIL("a missing file was opened");
        } catch (const Error &error) {
            QCOMPARE(error.code(), ErrorCode::NotFound);
        }
        QVERIFY_THROWS_EXCEPTION(Error, SafetensorsFile::open(std::filesystem::temp_directory_path()));
    }
};

QTEST_APPLESS_MAIN(TestSafetensors)
#include "tst_safetensors.moc"
