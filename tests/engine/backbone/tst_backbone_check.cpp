#include "core/error.h"
#include "core/files.h"
#include "engine/backbone/backbone.h"
#include "engine/backbone/backbone_check.h"
#include "engine/tensor/tensor_file.h"
#include "tests/support/shared_data.h"

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace atlas;
using namespace atlas::engine;

class TestBackboneCheck : public QObject {
    Q_OBJECT

private:
    std::filesystem::path m_folder;
    std::unique_ptr<QTemporaryDir> m_temporary;

    /// Changes one value of config.json.
    void configure(const char *key, const nlohmann::json &value) const
    {
        auto config = nlohmann::json::parse(readFile(m_folder / "config.json"));
        config[key] = value;
        writeFileAtomically(m_folder / "config.json", config.dump());
    }

    /// Writes the weights anew after `change`.
    template <class Change>
    void changeWeights(Change change) const
    {
        StateDict tensors = loadTensors(m_folder / "model.safetensors");
        change(tensors);
        saveTensors(m_folder / "model.safetensors", NamedTensors(tensors.begin(), tensors.end()));
    }

    /// The report says it, and loading says it too.
    void isRefused(const char *reason) const
    {
        const BackboneReport report = checkBackboneFolder(m_folder);
        QVERIFY(!report.usable);
        QVERIFY(!report.notes.empty());
        const QString note = QString::fromStdString(report.notes.front().english());
        QVERIFY2(note.contains(QString::fromUtf8(reason)), qPrintable(note));
        try {
            loadBackbone(m_folder);
            QFAIL("the folder was loaded");
        } catch (const Error &error) {
            QCOMPARE(error.message(), report.notes.front().english());
        }
    }

private Q_SLOTS:
    void init()
    {
        ATLAS_NEED_SHARED(test::golden("tiny-vilt"));
        m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = m_temporary->filePath("tiny").toStdString();
        std::filesystem::create_directories(m_folder);
        for (const char *name :
             {"config.json", "vocab.txt", "preprocessor_config.json", "tokenizer_config.json", "model.safetensors"}) {
            std::filesystem::copy_file(test::golden("tiny-vilt") / name, m_folder / name);
        }
    }

    void describesASoundFolder()
    {
        const BackboneReport report = checkBackboneFolder(m_folder);
        QVERIFY2(report.usable, report.notes.empty() ? "" : report.notes.front().english().c_str());
        QCOMPARE(report.architecture, std::string("ViLT, 3 layers, d = 64, 4 heads, patch 16"));
        QCOMPARE(report.sha256.size(), std::size_t(64));
        QVERIFY(report.parameters > 100'000);
        QVERIFY(report.missing.empty() && report.extra.empty());
        QVERIFY(report.forwardMs > 0);
        QCOMPARE(loadBackbone(m_folder)->sha256(), report.sha256);
    }

    void itsHashCoversEveryFile_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *name : {"config.json", "vocab.txt", "preprocessor_config.json", "tokenizer_config.json"}) {
            QTest::addRow("%s", name) << QString::fromLatin1(name);
        }
    }

    void itsHashCoversEveryFile()
    {
        QFETCH(const QString, file);
        const std::string before = checkBackboneFolder(m_folder).sha256;
        const std::filesystem::path path = m_folder / file.toStdString();
        writeFileAtomically(path, readFile(path) + "\n");
        const BackboneReport after = checkBackboneFolder(m_folder);
        if (file == QLatin1String("vocab.txt") && !after.usable) {
            return;  // an empty piece is refused, which is as good as another hash
        }
        QVERIFY(after.usable);
        QVERIFY(after.sha256 != before);
    }

    void namesAMissingKey()
    {
        changeWeights([](StateDict &tensors) { tensors.erase("vilt.encoder.layer.1.attention.attention.key.weight"); });
        const BackboneReport report = checkBackboneFolder(m_folder);
        QCOMPARE(report.missing, std::vector<std::string>{"vilt.encoder.layer.1.attention.attention.key.weight"});
        QVERIFY(report.extra.empty());
        QCOMPARE(report.architecture, std::string("ViLT, 3 layers, d = 64, 4 heads, patch 16"));
        isRefused("Missing (1): vilt.encoder.layer.1.attention.attention.key.weight");
    }

    void namesAnExtraKey()
    {
        changeWeights([](StateDict &tensors) { tensors["vilt.encoder.layer.3.unknown"] = at::ones({1}); });
        QCOMPARE(checkBackboneFolder(m_folder).extra, std::vector<std::string>{"vilt.encoder.layer.3.unknown"});
        isRefused("Not known (1): vilt.encoder.layer.3.unknown");
    }

    void toleratesTaskHeadsAndSaysSo()
    {
        changeWeights([](StateDict &tensors) { tensors["classifier.3.weight"] = at::ones({2, 2}); });
        const BackboneReport report = checkBackboneFolder(m_folder);
        QVERIFY(report.usable);
        QVERIFY(report.notes.front().english().find("classifier.3.weight") != std::string::npos);
    }

    void worksWithoutTheHeadForMaskedWords()
    {
        changeWeights([](StateDict &tensors) {
            std::erase_if(tensors, [](const auto &entry) { return entry.first.starts_with("mlm_score."); });
        });
        QVERIFY(checkBackboneFolder(m_folder).usable);
    }

    void namesAWrongShape()
    {
        changeWeights([](StateDict &tensors) { tensors["vilt.pooler.dense.bias"] = at::ones({63}); });
        isRefused("vilt.pooler.dense.bias: expected (64), is (63)");
    }

    void namesAWrongType()
    {
        changeWeights([](StateDict &tensors) { tensors["vilt.pooler.dense.bias"] = at::ones({64}, at::kLong); });
        isRefused("vilt.pooler.dense.bias: expected floating point");
    }

    void noticesDamagedNumbers()
    {
        changeWeights([](StateDict &tensors) { tensors["vilt.pooler.dense.bias"].fill_(NAN); });
        const BackboneReport report = checkBackboneFolder(m_folder);
        QVERIFY(!report.usable);
        QVERIFY(report.notes.back().english().find("not finite") != std::string::npos);
    }

    void refusesATruncatedFile()
    {
        const auto file = m_folder / "model.safetensors";
        std::filesystem::resize_file(file, std::filesystem::file_size(file) - 100);
        isRefused("not a sound safetensors file");
    }

    void refusesAnotherArchitecture()
    {
        configure("model_type", "bert");
        isRefused("model_type: expected one of vilt, atlas-starter, is bert");
    }

    void refusesAConfigThatItCannotHonour_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char *key, const char *value, const char *reason) {
            QTest::addRow("%s %s", key, value)
                << QString::fromLatin1(key) << QString::fromLatin1(value) << QByteArray(reason);
        };
        row("hidden_act", "\"relu\"", "hidden_act: expected \"gelu\", is \"relu\"");
        row("hidden_size", "65", "hidden_size: expected a multiple of num_attention_heads (4), is 65");
        row("hidden_size", "\"64\"", "hidden_size: expected a whole number from 1 to 8192, is \"64\"");
        row("hidden_size", "-64", "is -64");
        row("hidden_size", "1e30", "is 1e+30");
        row("hidden_size", "4611686018427387904", "is 4611686018427387904");
        row("num_hidden_layers", "null", "the key num_hidden_layers is missing");
        row("num_attention_heads", "0", "is 0");
        row("image_size", "65", "image_size: expected a multiple of patch_size (16), is 65");
        row("num_channels", "1", "num_channels: expected 3, is 1");
        row("qkv_bias", "1", "qkv_bias: expected true or false, is 1");
        row("vocab_size", "241",
            "vilt.embeddings.text_embeddings.word_embeddings.weight: expected (241, 64), is (240, 64)");
        row("vocab_size", "2000000", "expected (2000000, 64)");
        row("patch_size", "8", "expected");
        row("num_hidden_layers", "128", "Missing (");
    }

    void refusesAConfigThatItCannotHonour()
    {
        QFETCH(const QString, key);
        QFETCH(const QString, value);
        QFETCH(const QByteArray, reason);
        configure(qPrintable(key), nlohmann::json::parse(value.toStdString()));
        isRefused(reason.constData());
    }

    void refusesAFolderWithoutAFile_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("reason");
        for (const char *name : {"config.json", "vocab.txt", "preprocessor_config.json"}) {
            QTest::addRow("%s", name) << QString::fromLatin1(name) << QByteArray(name);
        }
        QTest::addRow("weights") << QStringLiteral("model.safetensors") << QByteArray("holds no weights");
    }

    void refusesAFolderWithoutAFile()
    {
        QFETCH(const QString, file);
        QFETCH(const QByteArray, reason);
        std::filesystem::remove(m_folder / file.toStdString());
        isRefused(reason.constData());
    }

    void refusesAConfigThatIsNoJson()
    {
        writeFileAtomically(m_folder / "config.json", std::string("{"));
        isRefused("not valid JSON");
    }

    void aFileIsNotAFolder()
    {
        const auto file = m_folder / "config.json";
        QCOMPARE(checkBackboneFolder(file).usable, false);
        QVERIFY(checkBackboneFolder(file).notes.front().english().find("is not a folder") != std::string::npos);
    }

    void aFolderThatIsNotThereIsNotFound()
    {
        try {
            checkBackboneFolder(m_folder / "nothing");
            QFAIL("a missing folder was checked");
        } catch (const Error &error) {
            QCOMPARE(error.code(), ErrorCode::NotFound);
        }
    }
};

QTEST_APPLESS_MAIN(TestBackboneCheck)
#include "tst_backbone_check.moc"
