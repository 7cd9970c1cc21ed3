#include "app/demo/demo_data.h"
#include "app/demo/part_picture.h"
#include "core/error.h"
#include "core/files.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <nlohmann/json.hpp>
#include <opencv2/imgcodecs.hpp>

#include <array>
#include <string>

namespace atlas::app {
namespace {

constexpr std::array kShapes{"disc 円", "square 四角", "hexagon 六角"};
constexpr std::array kColours{"steel 鋼", "brass 真鍮", "copper 銅", "blue 青"};
// The second half of each list says in Japanese what the first says in English.
constexpr std::array kShapeQuestions{"What shape is the part?", "Which form does it have?", "部品の形は何ですか？",
                                     "これはどんな形ですか？"};
constexpr std::array kColourQuestions{"What colour is the part?", "Which material colour is it?",
                                      "部品の色は何ですか？", "これは何色ですか？"};

std::size_t inLanguage(std::size_t wording, DemoLanguage language)
{
    constexpr std::size_t kEach = kShapeQuestions.size() / 2;
    switch (language) {
    case DemoLanguage::English: return wording % kEach;
    case DemoLanguage::Japanese: return kEach + wording % kEach;
    case DemoLanguage::Both: break;
    }
    return wording;
}

std::string questions(const std::filesystem::path &folder, const std::string &split, int pictures,
                      DemoLanguage language, std::mt19937_64 &random)
{
    std::filesystem::create_directories(folder / "images" / split);
    std::string lines;
    for (int i = 0; i < pictures; ++i) {
        const auto shape = static_cast<std::size_t>(random() % kShapes.size());
        const auto colour = static_cast<std::size_t>(random() % kColours.size());
        const PartLook look{static_cast<PartShape>(shape), static_cast<PartColour>(colour), Defect::None,
                            static_cast<int>(random() % 3) * 2};
        const std::string image = "images/" + split + "/" + std::to_string(i) + ".png";
        if (!cv::imwrite((folder / image).string(), drawPart(look, random))) {
            throw Error(ErrorCode::Io,
                        say(QT_TRANSLATE_NOOP("Sentence", "Could not write %1."), (folder / image).string()));
        }
        const std::size_t wording = inLanguage(random() % kShapeQuestions.size(), language);
        lines += nlohmann::json{{"image", image}, {"question", kShapeQuestions[wording]}, {"answer", kShapes[shape]}}
                     .dump() +
                 "\n";
        lines += nlohmann::json{{"image", image}, {"question", kColourQuestions[wording]}, {"answer", kColours[colour]}}
                     .dump() +
                 "\n";
    }
    return lines;
}

}  // namespace

void drawQuestions(const std::filesystem::path &folder, std::uint64_t seed, const DemoContent &content)
{
    std::mt19937_64 random(seed);
    const std::string train = questions(folder, "train", 180, content.language, random);
    writeFileAtomically(folder / "train.jsonl", train);
    writeFileAtomically(folder / "test.jsonl",
                        questions(folder, "test", content.testSamples / 2, content.language, random));
}

}  // namespace atlas::app
