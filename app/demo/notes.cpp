#include "app/demo/demo_data.h"
#include "core/files.h"

#include <array>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace atlas::app {
namespace {

/// What people of a workshop write, by subject: `%` stands for a thing of the list behind it.
struct Subject {
    const char *name;
    std::vector<const char *> sentences;
    std::vector<const char *> things;
    std::vector<const char *> sentencesJa;
    std::vector<const char *> thingsJa;
};

const std::vector<Subject> &subjects()
{
    static const std::vector<Subject> list{
        {"machine 設備",
         {"the % makes a loud noise", "the % stopped again this morning", "please repair the %",
          "% needs oil and a new belt", "the % is too hot to run", "error light on the % since noon"},
         {"press", "lathe", "conveyor", "drill", "pump", "robot arm", "compressor"},
         {"%から大きな音がします", "今朝また%が止まりました", "%を修理してください", "%の油とベルトの交換が必要です",
          "%が熱くなりすぎています", "昼から%の警告灯が点いています"},
         {"プレス機", "旋盤", "コンベヤー", "ボール盤", "ポンプ", "ロボット", "圧縮機"}},
        {"delivery 納期",
         {"the % will arrive two days late", "when will the % be shipped", "send the % to the customer by friday",
          "the truck with the % is delayed", "order of % is not confirmed yet", "the % went to the wrong address"},
         {"parcels", "spare parts", "boxes", "steel plates", "samples", "pallets"},
         {"%の到着が二日遅れます", "%はいつ発送されますか", "金曜日までに%をお客様へ送ってください",
          "%を積んだトラックが遅れています", "%の注文がまだ確認できません", "%が違う住所に届きました"},
         {"荷物", "予備部品", "箱", "鋼板", "見本", "パレット"}},
        {"quality 品質",
         {"found scratches on the %", "the % are out of tolerance", "surface of the % is rough",
          "three of the % failed inspection", "the colour of the % does not match", "cracks near the edge of the %"},
         {"gears", "covers", "bolts", "housings", "lenses", "castings"},
         {"%に傷が見つかりました", "%の寸法が公差を外れています", "%の表面が粗いです", "%が三つ検査で不合格でした",
          "%の色が合っていません", "%の端に割れがあります"},
         {"歯車", "カバー", "ボルト", "ケース", "レンズ", "鋳物"}},
        {"safety 安全",
         {"someone slipped near the %", "the guard of the % is missing", "wear gloves at the %",
          "fire exit by the % is blocked", "a worker cut a finger at the %", "the warning sign at the % fell down"},
         {"stairs", "loading dock", "paint booth", "saw", "storage rack", "gate"},
         {"%の近くで人が滑りました", "%の安全カバーがありません", "%では手袋を着けてください",
          "%の横の非常口がふさがれています", "%で作業者が指を切りました", "%の警告表示が落ちていました"},
         {"階段", "積み場", "塗装室", "のこぎり", "棚", "門"}},
    };
    return list;
}

std::string filled(const std::string &sentence, const std::string &thing)
{
    const std::size_t place = sentence.find('%');
    return sentence.substr(0, place) + thing + sentence.substr(place + 1);
}

/// Distinct notes of one subject, half of them Japanese.
std::vector<std::string> notesOf(const Subject &subject, std::size_t count, std::mt19937_64 &random)
{
    constexpr std::array kEndings{"", " thanks", " please check", " urgent"};
    constexpr std::array kEndingsJa{"。", "。お願いします。", "。確認してください。", "。急ぎです。"};
    std::set<std::string> seen;
    std::vector<std::string> notes;
    while (notes.size() < count) {
        const bool japanese = notes.size() % 2 == 1;
        const auto &sentences = japanese ? subject.sentencesJa : subject.sentences;
        const auto &things = japanese ? subject.thingsJa : subject.things;
        const std::string note = filled(sentences[random() % sentences.size()], things[random() % things.size()]) +
                                 (japanese ? kEndingsJa : kEndings)[random() % kEndings.size()];
        if (seen.insert(note).second) {
            notes.push_back(note);
        }
    }
    return notes;
}

}  // namespace

void writeNotes(const std::filesystem::path &folder, std::uint64_t seed)
{
    constexpr std::size_t kTrain = 90;
    constexpr std::size_t kTest = 25;
    std::mt19937_64 random(seed);
    std::string train = "text,label\r\n";
    std::string test = train;
    for (const Subject &subject : subjects()) {
        const std::vector<std::string> notes = notesOf(subject, kTrain + kTest, random);
        for (std::size_t i = 0; i < notes.size(); ++i) {
            (i < kTrain ? train : test) += notes[i] + "," + subject.name + "\r\n";
        }
    }
    std::filesystem::create_directories(folder);
    writeFileAtomically(folder / "train.csv", train);
    writeFileAtomically(folder / "test.csv", test);
}

}  // namespace atlas::app
