#include "core/error.h"
#include "core/files.h"
#include "engine/tensor/pickle_state_dict.h"
#include "tests/support/shared_data.h"

#include <ATen/ATen.h>
#include <zlib.h>

#include <QTest>

#include <cstring>

using namespace atlas;
using namespace atlas::engine;

namespace {

template <class Number>
std::string little(Number value)
{
    std::string text;
    for (std::size_t i = 0; i < sizeof value; ++i) {
        text += static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * i) & 0xff);
    }
    return text;
}

struct ZipEntry {
    std::string name;
    std::string data;
    std::uint16_t method = 0;
    std::uint16_t flags = 0;
};

std::string zipOf(const std::vector<ZipEntry> &entries)
{
    std::string archive;
    std::string directory;
    for (const ZipEntry &entry : entries) {
        const auto size = static_cast<std::uint32_t>(entry.data.size());
        const auto checksum =
            static_cast<std::uint32_t>(crc32(0, reinterpret_cast<const Bytef *>(entry.data.data()), size));
        const std::string common = little<std::uint16_t>(20) + little(entry.flags) + little(entry.method) +
                                   little<std::uint32_t>(0) + little(checksum) + little(size) + little(size) +
                                   little(static_cast<std::uint16_t>(entry.name.size())) + little<std::uint16_t>(0);
        directory += "PK\x01\x02" + little<std::uint16_t>(20) + common + std::string(10, '\0') +
                     little(static_cast<std::uint32_t>(archive.size())) + entry.name;
        archive += "PK\x03\x04" + common + entry.name + entry.data;
    }
    const auto count = static_cast<std::uint16_t>(entries.size());
    const std::string end = "PK\x05\x06" + std::string(4, '\0') + little(count) + little(count) +
                            little(static_cast<std::uint32_t>(directory.size())) +
                            little(static_cast<std::uint32_t>(archive.size())) + std::string(2, '\0');
    return archive + directory + end;
}

/// Opcodes of pickle protocol 2, as much as these tests need.
std::string text(const std::string &value)
{
    return "X" + little(static_cast<std::uint32_t>(value.size())) + value;
}

std::string integer(std::int32_t value)
{
    return "J" + little(value);
}

std::string integers(const std::vector<std::int32_t> &values)
{
    std::string items = "(";
    for (const std::int32_t value : values) {
        items += integer(value);
    }
    return items + "t";
}

const std::string kBegin = "\x80\x02";
const std::string kDict = "ccollections\nOrderedDict\n)R";

std::string storage(std::int32_t elements, const std::string &type = "ctorch\nFloatStorage\n")
{
    return "(" + text("storage") + type + text("0") + text("cpu") + integer(elements) + "tQ";
}

std::string tensor(const std::vector<std::int32_t> &sizes, const std::vector<std::int32_t> &strides,
                   std::int32_t offset = 0, std::int32_t elements = 6)
{
    return "ctorch._utils\n_rebuild_tensor_v2\n(" + storage(elements) + integer(offset) + integers(sizes) +
           integers(strides) + "\x89" + kDict + "tR";
}

std::string stateDict(const std::string &value)
{
    return kBegin + kDict + text("a") + value + "s.";
}

std::string sixFloats()
{
    std::string bytes(24, '\0');
    const float values[] = {0, 1, 2, 3, 4, 5};
    std::memcpy(bytes.data(), values, sizeof values);
    return bytes;
}

/// As torch.save wrote six floats before PyTorch 1.6: a storage's id has a sixth part, None.
std::string legacyArchive(std::uint64_t elements = 6, const std::string &key = "0", bool littleEndian = true)
{
    const std::string id =
        "(" + text("storage") + "ctorch\nFloatStorage\n" + text("0") + text("cpu") + integer(6) + "NtQ";
    const std::string value = "ctorch._utils\n_rebuild_tensor_v2\n(" + id + integer(0) + integers({2, 3}) +
                              integers({3, 1}) + "\x89" + kDict + "tR";
    const std::string magic = kBegin + "\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.";
    const std::string system = kBegin + "}" + text("little_endian") + (littleEndian ? "\x88" : "\x89") + "s.";
    return magic + kBegin + "M\xe9\x03." + system + stateDict(value) + kBegin + "](" + text(key) + "e." +
           little(elements) + sixFloats();
}

std::string archiveOf(const std::string &pickle)
{
    return zipOf({{"m/data.pkl", pickle}, {"m/byteorder", "little"}, {"m/data/0", sixFloats()}});
}

StateDict parse(const std::string &archive)
{
    return parsePickledStateDict(std::as_bytes(std::span(archive)), "model.bin");
}

}  // namespace

class TestPickleStateDict : public QObject {
    Q_OBJECT

private:
    void refuses(const std::string &archive, const char *reason)
    {
        try {
            parse(archive);
        } catch (const Error &error) {
            QCOMPARE(error.code(), ErrorCode::BadInput);
            const QString message = QString::fromStdString(error.message());
            QVERIFY2(message.contains(QString::fromUtf8(reason)), qPrintable(message));
            return;
        }
        QFAIL("the archive was accepted");
    }

private Q_SLOTS:
    void readsTheFileThatPythonWrote()
    {
        const auto file = test::golden("tiny-vilt") / "pytorch_model.bin";
        ATLAS_NEED_SHARED(file);
        const StateDict pickled = loadPickledStateDict(file);
        const StateDict expected = loadTensors(file.parent_path() / "model.safetensors");
        for (const auto &[name, value] : expected) {
            QVERIFY2(pickled.contains(name), name.c_str());
            QVERIFY2(at::equal(pickled.at(name), value), name.c_str());
        }
        QCOMPARE(pickled.size(), expected.size() + 2);
        QCOMPARE(pickled.at("vilt.embeddings.text_embeddings.position_ids").scalar_type(), at::kLong);
        QCOMPARE(pickled.at("mlm_score.bias").data_ptr(), pickled.at("mlm_score.decoder.bias").data_ptr());
    }

    void readsTheFormatBeforePyTorch16()
    {
        const StateDict tensors = parse(legacyArchive());
        QVERIFY(at::equal(tensors.at("a"), at::arange(6, at::kFloat).view({2, 3})));
    }

    void readsStridedTensors()
    {
        const StateDict tensors = parse(archiveOf(stateDict(tensor({3, 2}, {1, 3}))));
        QVERIFY(at::equal(tensors.at("a"), at::arange(6, at::kFloat).view({2, 3}).t()));
        const StateDict part = parse(archiveOf(stateDict(tensor({2}, {2}, 3))));
        QVERIFY(at::equal(part.at("a"), at::tensor({3.0F, 5.0F})));
    }

    void readsParameters()
    {
        const std::string parameter = "ctorch._utils\n_rebuild_parameter\n(" + tensor({6}, {1}) + "\x88" + kDict + "tR";
        QCOMPARE(parse(archiveOf(stateDict(parameter))).at("a").numel(), std::int64_t(6));
    }

    void refusesWhatAStateDictDoesNotNeed_data()
    {
        QTest::addColumn<QByteArray>("pickle");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char *name, const std::string &pickle, const char *reason) {
            QTest::newRow(name) << QByteArray::fromStdString(pickle) << QByteArray(reason);
        };
        row("calls os.system", kBegin + "cos\nsystem\n(" + text("echo hacked > hacked") + "tR.", "os.system");
        row("calls posix.system", kBegin + "cposix\nsystem\n" + text("true") + "\x85R.", "posix.system");
        row("calls builtins.eval", kBegin + "cbuiltins\neval\n" + text("1") + "\x85R.", "builtins.eval");
        row("loads torch.load", kBegin + "ctorch\nload\n.", "torch.load");
        row("opcode INST", kBegin + "(ios\nsystem\n.", "opcode 0x69 'i'");
        row("opcode OBJ", kBegin + "(o.", "opcode 0x6f 'o'");
        row("opcode NEWOBJ", kBegin + kDict + ")\x81.", "opcode 0x81");
        row("opcode EXT1", kBegin + "\x82\x01.", "opcode 0x82");
        row("opcode STACK_GLOBAL", kBegin + text("os") + text("system") + "\x93.", "opcode 0x93");
        row("opcode PERSID", kBegin + "Pfoo\n.", "opcode 0x50 'P'");
        row("protocol 4", std::string("\x80\x04") + kDict + ".", "protocol 4");
        row("not a pickle", "hello", "protocol 2");
        row("ends early", kBegin + "X", "in the middle");
        row("string longer than the pickle", kBegin + "X" + little<std::uint32_t>(0xffffffff) + "a.", "in the middle");
        row("empty stack", kBegin + ".", "takes a value");
        row("no mark", kBegin + "t.", "never made");
        row("unknown memo", kBegin + "h\x05.", "never remembered");
        row("calls a storage", kBegin + "ctorch\nFloatStorage\n)R.", "calls torch.FloatStorage");
        row("calls a tensor", kBegin + tensor({6}, {1}) + ")R.", "what is called");
        row("storage of a function", kBegin + storage(6, "ccollections\nOrderedDict\n") + ".", "said to be of type");
        row("sets an attribute", kBegin + kDict + "}" + text("__class__") + integer(1) + "sb.", "__class__");
        row("sets the state of a tensor", kBegin + tensor({6}, {1}) + "}b.", "BUILD's object");
        row("a list", kBegin + "].", "does not hold a dict");
        row("appends to a dict", kBegin + kDict + integer(1) + "a.", "APPENDS' list");
        row("appends to nothing", kBegin + "(" + integer(1) + "e.", "no list");
        row("not a dict", kBegin + integer(1) + ".", "does not hold a dict");
        row("not a tensor", stateDict(integer(1)), "not a tensor");
        row("not a name", kBegin + kDict + integer(1) + tensor({6}, {1}) + "s.", "not a text");
        row("name twice", kBegin + kDict + "(" + text("a") + tensor({6}, {1}) + text("a") + tensor({6}, {1}) + "u.",
            "stands twice");
        row("dict of itself", kBegin + kDict + "q\x01" + text("a") + "h\x01s.", "not a tensor");
        row("size out of range", stateDict(tensor({7}, {1})), "outside its storage");
        row("stride out of range", stateDict(tensor({2}, {6})), "outside its storage");
        row("offset out of range", stateDict(tensor({1}, {1}, 6)), "outside its storage");
        row("offset negative", stateDict(tensor({1}, {1}, -1)), "outside its storage");
        row("stride negative", stateDict(tensor({2}, {-1}, 3)), "outside its storage");
        row("size negative", stateDict(tensor({-2}, {1})), "outside its storage");
        row("many from few", stateDict(tensor({1000000}, {0})), "outside its storage");
        row("sizes overflow", stateDict(tensor({2147483647, 2147483647, 2147483647}, {0, 0, 0})),
            "outside its storage");
        row("strides overflow", stateDict(tensor({2147483647, 2}, {2147483647, 2147483647})), "outside its storage");
        row("strides missing", stateDict(tensor({2, 3}, {1})), "2 sizes and 1 strides");
        row("storage size differs", stateDict(tensor({6}, {1}, 0, 7)), "7 elements");
        row("storage size negative", stateDict(tensor({0}, {1}, 0, -6)), "-6 elements");
    }

    void refusesWhatAStateDictDoesNotNeed()
    {
        QFETCH(const QByteArray, pickle);
        QFETCH(const QByteArray, reason);
        refuses(archiveOf(pickle.toStdString()), reason.constData());
        QVERIFY(!std::filesystem::exists("hacked"));
    }

    void refusesUnsoundArchives_data()
    {
        QTest::addColumn<QByteArray>("archive");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char *name, const std::string &archive, const char *reason) {
            QTest::newRow(name) << QByteArray::fromStdString(archive) << QByteArray(reason);
        };
        const std::string pickle = stateDict(tensor({6}, {1}));
        const ZipEntry program{"m/data.pkl", pickle};
        row("empty", "", "only 0 bytes");
        row("another magic number", kBegin + "\x8a\x0a" + std::string(60, 'x'), "end record");
        row("legacy, big-endian", legacyArchive(6, "0", false), "little-endian");
        row("legacy, a storage of nothing", legacyArchive(6, "1"), "no tensor has");
        row("legacy, a storage too long", legacyArchive(7), "beyond its end");
        row("legacy, a storage too long to count", legacyArchive(UINT64_MAX), "beyond its end");
        row("legacy, a storage too short", legacyArchive(5), "6 elements");
        row("compressed", zipOf({{"m/data.pkl", pickle, 8}}), "compressed");
        row("encrypted", zipOf({{"m/data.pkl", pickle, 0, 1}}), "encrypted");
        row("entry twice", zipOf({program, program}), "stands twice");
        row("no pickle", zipOf({{"m/data/0", sixFloats()}}), "no data.pkl");
        row("no storage", zipOf({program}), "storage 0 is missing");
        row("big-endian", zipOf({program, {"m/byteorder", "big"}, {"m/data/0", sixFloats()}}), "big-endian");
        std::string damaged = archiveOf(pickle);
        damaged[damaged.find(sixFloats()) + 6] ^= 1;
        row("damaged data", damaged, "checksum of m/data/0");
    }

    void refusesUnsoundArchives()
    {
        QFETCH(const QByteArray, archive);
        QFETCH(const QByteArray, reason);
        refuses(archive.toStdString(), reason.constData());
    }

    void everyTruncationIsRefused_data()
    {
        QTest::addColumn<QByteArray>("archive");
        QTest::newRow("zip") << QByteArray::fromStdString(archiveOf(stateDict(tensor({6}, {1}))));
        QTest::newRow("legacy") << QByteArray::fromStdString(legacyArchive());
    }
    void everyTruncationIsRefused()
    {
        QFETCH(const QByteArray, archive);
        const std::string whole = archive.toStdString();
        QCOMPARE(parse(whole).size(), std::size_t(1));
        for (std::size_t length = 0; length < whole.size(); ++length) {
            QVERIFY_THROWS_EXCEPTION(Error, parse(whole.substr(0, length)));
        }
    }
};

QTEST_APPLESS_MAIN(TestPickleStateDict)
#include "tst_pickle_state_dict.moc"
