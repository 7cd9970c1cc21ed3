#include "core/error.h"
#include "core/files.h"
#include "core/hash.h"
#include "engine/backbone/vilt.h"
#include "engine/pretrain/archive_files.h"
#include "engine/pretrain/linear_probe.h"
#include "engine/pretrain/pretrain.h"
#include "tests/support/shared_data.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <nlohmann/json.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>

#include <QTemporaryDir>
#include <QTest>

using atlas::Error;
using atlas::ErrorCode;
using atlas::engine::Vilt;

namespace {

constexpr int kPicturesPerClass = 8;
constexpr int kQuestionPictures = 8;

/// Asks for a stop after some reports of progress while training.
class StoppingObserver final : public atlas::Observer {
public:
    explicit StoppingObserver(int after) : m_left(after) {}

    void progress(double, const atlas::Sentence &what) override
    {
        if (what.english() == "Pretraining" && --m_left == 0) {
            m_stop.request_stop();
        }
    }
    void log(atlas::LogLevel, const std::string &) override {}
    std::stop_token token() const { return m_stop.get_token(); }

private:
    int m_left;
    std::stop_source m_stop;
};

}  // namespace

/// Pretraining as a whole, on a network and data small enough for a test.
class TestPretrain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        drawData();
        writeRecipe();
    }

    void aFolderComesOutThatLoads()
    {
        run("whole");
        const auto vilt = Vilt::load(folder("whole"));
        QCOMPARE(vilt->config().width, 16);
        QVERIFY(vilt->hasMlmHead());
        const auto card = atlas::readFile(folder("whole") / "MODEL_CARD.md");
        QVERIFY(card.find("masked_words") != std::string::npos);
        QVERIFY(card.find("CC0") != std::string::npos);
        QVERIFY(!std::filesystem::exists(folder("whole") / "pretrain_checkpoint.safetensors"));
    }

    void theSameSeedGivesTheSameWeights()
    {
        run("once");
        run("twice");
        QCOMPARE(weightsOf("once"), weightsOf("twice"));
    }

    void aStoppedRunGoesOnToTheSameWeights()
    {
        run("straight");
        StoppingObserver observer(4);
        try {
            atlas::engine::pretrain(request("stopped"), observer, observer.token());
            QFAIL("the run was not stopped");
        } catch (const Error &error) {
            QCOMPARE(error.code(), ErrorCode::Cancelled);
        }
        QVERIFY(std::filesystem::exists(folder("stopped") / "pretrain_checkpoint.safetensors"));
        run("stopped");
        QCOMPARE(weightsOf("stopped"), weightsOf("straight"));
    }

    void missingDataIsNamed()
    {
        auto wrong = request("none");
        wrong.data = folder("nowhere");
        atlas::NullObserver observer;
        try {
            atlas::engine::pretrain(wrong, observer, {});
            QFAIL("data that is not there was read");
        } catch (const Error &error) {
            QCOMPARE(error.code(), ErrorCode::NotFound);
            QVERIFY(QString::fromStdString(error.message()).contains("text.txt"));
        }
    }

    void compressedTextsAreRead()
    {
        const auto file = atlas::test::sharedFolder() / "data" / "pretrain" / "text_en.txt.xz";
        ATLAS_NEED_SHARED(file);
        std::size_t files = 0;
        std::size_t lines = 0;
        atlas::engine::visitFiles(file, {}, [&](const std::string &, const std::string &bytes) {
            ++files;
            lines += static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n'));
        });
        QCOMPARE(files, 1U);
        QCOMPARE(lines, 15000U);
    }

    void aProbeFindsWhatIsLinear()
    {
        torch::manual_seed(1);
        const at::Tensor x = at::randn({200, 4});
        const at::Tensor y = x.select(1, 2).gt(0).to(at::kLong);
        const double share =
            atlas::engine::linearProbe(x.slice(0, 0, 150), y.slice(0, 0, 150), x.slice(0, 150), y.slice(0, 150));
        QVERIFY(share > 0.9);
    }

private:
    std::filesystem::path folder(const char *name) const { return m_folder.filePath(name).toStdString(); }

    std::string weightsOf(const char *name) const { return atlas::sha256OfFile(folder(name) / "model.safetensors"); }

    atlas::engine::PretrainRequest request(const char *out) const
    {
        return {folder("recipe.json"), folder("data"), folder(out), 1};
    }

    void run(const char *out) const
    {
        atlas::NullObserver observer;
        atlas::engine::pretrain(request(out), observer, {});
    }

    void drawData() const
    {
        const auto data = folder("data");
        std::filesystem::create_directories(data / "questions" / "images");
        atlas::writeFileAtomically(data / "text.txt", std::string("a red ball\na blue box\n赤い玉\n青い箱がある\n"));
        for (const auto &[name, colour] : {std::pair("red", cv::Scalar(0, 0, 220)), {"blue", cv::Scalar(220, 0, 0)}}) {
            std::filesystem::create_directories(data / "pictures" / name);
            for (int i = 0; i < kPicturesPerClass; ++i) {
                cv::Mat picture(16, 16, CV_8UC3, cv::Scalar(255, 255, 255));
                cv::circle(picture, {4 + i, 8}, 3, colour, cv::FILLED);
                cv::imwrite((data / "pictures" / name / (std::to_string(i) + ".png")).string(), picture);
            }
        }
        auto questions = nlohmann::json::array();
        for (int i = 0; i < kQuestionPictures; ++i) {
            const bool red = i % 2 == 0;
            const cv::Mat picture(16, 16, CV_8UC3, red ? cv::Scalar(0, 0, 220) : cv::Scalar(220, 0, 0));
            cv::imwrite((data / "questions" / "images" / (std::to_string(i) + ".png")).string(), picture);
            questions.push_back({"which colour?", red ? "red" : "blue", i});
        }
        atlas::writeFileAtomically(data / "questions" / "questions.json", questions.dump());
    }

    void writeRecipe() const
    {
        auto recipe =
            nlohmann::json::parse(atlas::readFile(atlas::test::sourceFolder() / "resources" / "recipes" / "mini.json"));
        const nlohmann::json origin{{"source", "drawn by the test"}, {"licence", "CC0"}};
        const auto part = [&origin](nlohmann::json own) {
            own.update(origin);
            return own;
        };
        recipe["model"] = {{"width", 16},
                           {"layers", 1},
                           {"heads", 2},
                           {"intermediate", 32},
                           {"patch", 8},
                           {"shortest_edge", 16},
                           {"max_text_tokens", 12},
                           {"vocabulary_size", 500}};
        recipe["data"]["texts"] = {part({{"file", "text.txt"}, {"language", "en"}})};
        recipe["data"]["questions"] = part({{"file", "questions"}});
        recipe["data"]["pictures"] = part({{"file", "pictures"}});
        recipe["data"]["pictures"]["captions"] = {{{"language", "en"}, {"pattern", "a {} ball"}}};
        recipe["data"]["pictures"]["classes"] = {{{"folder", "red"}, {"words", {{"en", "red"}}}},
                                                 {{"folder", "blue"}, {"words", {{"en", "blue"}}}}};
        for (auto &objective : recipe["objectives"]) {
            objective["batch"] = 4;
        }
        recipe["picture_sizes"] = {{16, 16}, {16, 24}};
        recipe["steps"] = 6;
        recipe["time_limit_minutes"] = 0;
        recipe["checkpoint_every"] = 2;
        recipe["validation"] = {{"texts", 1}, {"pictures", 4}, {"question_pictures", 2}, {"probe_train", 8}};
        atlas::writeFileAtomically(folder("recipe.json"), recipe.dump());
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestPretrain)
#include "tst_pretrain.moc"
