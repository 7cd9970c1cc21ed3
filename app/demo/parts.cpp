#include "app/demo/demo_data.h"
#include "app/demo/part_picture.h"
#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <opencv2/imgcodecs.hpp>

#include <array>
#include <cstdio>

namespace atlas::app {
namespace {

struct DefectClass {
    Defect defect;
    const char *name;
};

constexpr std::array kClasses{
    DefectClass{Defect::None, "good 良品"},
    DefectClass{Defect::Scratch, "scratch 傷"},
    DefectClass{Defect::Chip, "chipped 欠け"},
    DefectClass{Defect::MissingHole, "hole missing 穴なし"},
};

void drawClass(const std::filesystem::path &folder, const DefectClass &part, int count, std::mt19937_64 &random)
{
    std::filesystem::create_directories(folder);
    for (int i = 0; i < count; ++i) {
        PartLook look;
        look.defect = part.defect;
        look.colour = static_cast<PartColour>(random() % 4);
        char name[16];
        std::snprintf(name, sizeof name, "%03d.png", i);
        if (!cv::imwrite((folder / name).string(), drawPart(look, random))) {
            throw Error(ErrorCode::Io,
                        say(QT_TRANSLATE_NOOP("Sentence", "Could not write %1."), (folder / name).string()));
        }
    }
}

}  // namespace

void drawParts(const std::filesystem::path &folder, std::uint64_t seed, const DemoContent &content)
{
    std::mt19937_64 random(seed);
    for (const DefectClass &part : kClasses) {
        drawClass(folder / "train" / part.name, part, 90, random);
        drawClass(folder / "test" / part.name, part, content.testSamples / static_cast<int>(kClasses.size()), random);
    }
}

}  // namespace atlas::app
