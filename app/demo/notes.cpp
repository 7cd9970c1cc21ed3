#include "app/demo/demo_data.h"
#include "core/files.h"

#include <algorithm>
#include <array>
#include <compare>
#include <iterator>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace atlas::app {
namespace {

/// What people of a workshop write, by subject: `%` stands for a thing of the list behind it. The Japanese
/// lists say the same in the same order.
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

constexpr std::array kEndings{"", " thanks", " please check", " urgent"};
constexpr std::array kEndingsJa{"。", "。お願いします。", "。確認してください。", "。急ぎです。"};

/// A note as places in the lists above, which mean the same in both languages.
struct Draft {
    std::size_t sentence = 0;
    std::size_t thing = 0;
    std::size_t ending = 0;
    std::size_t line = 0;  ///< of the workshop, 0 = not named
    bool japanese = false;

    auto operator<=>(const Draft &) const = default;
};

std::string filled(const std::string &sentence, const std::string &thing)
{
    const std::size_t place = sentence.find('%');
    return sentence.substr(0, place) + thing + sentence.substr(place + 1);
}

std::string written(const Subject &subject, const Draft &draft)
{
    const std::string line = std::to_string(draft.line);
    if (draft.japanese) {
        return (draft.line > 0 ? line + "番ライン：" : "") +
               filled(subject.sentencesJa[draft.sentence], subject.thingsJa[draft.thing]) + kEndingsJa[draft.ending];
    }
    return (draft.line > 0 ? "line " + line + ": " : "") +
           filled(subject.sentences[draft.sentence], subject.things[draft.thing]) + kEndings[draft.ending];
}

/// What the notes of a split are drawn from.
struct Stock {
    std::size_t firstSentence = 0;
    std::size_t sentences = 0;
    std::size_t lines = 1;
};

/// Distinct notes of one subject, where both languages are wanted by turns.
std::vector<std::string> drawNotes(const Subject &subject, const Stock &stock, std::size_t count, DemoLanguage language,
                                   std::mt19937_64 &random)
{
    std::set<Draft> seen;
    std::vector<std::string> notes;
    while (notes.size() < count) {
        // The order of these draws is part of what a seed gives.
        Draft draft;
        draft.ending = random() % kEndings.size();
        draft.thing = random() % subject.things.size();
        draft.sentence = stock.firstSentence + random() % stock.sentences;
        draft.line = stock.lines > 1 ? random() % stock.lines : 0;
        draft.japanese = language == DemoLanguage::Both ? notes.size() % 2 == 1 : language == DemoLanguage::Japanese;
        if (seen.insert(draft).second) {
            notes.push_back(written(subject, draft));
        }
    }
    return notes;
}

/// The notes of train, then those of test.
std::vector<std::string> notesOf(const Subject &subject, std::size_t train, std::size_t test, DemoLanguage language,
                                 std::mt19937_64 &random)
{
    const std::size_t all = subject.sentences.size();
    if (language == DemoLanguage::Both) {
        return drawNotes(subject, {0, all, 1}, train + test, language, random);
    }
    // Twins are for comparing languages. With the same sentences in both splits either language is answered without
    // an error, so test has two of its own.
    constexpr std::size_t kLines = 7;
    const std::size_t learned = all - 2;
    std::vector<std::string> notes = drawNotes(subject, {0, learned, kLines}, train, language, random);
    std::ranges::move(drawNotes(subject, {learned, all - learned, kLines}, test, language, random),
                      std::back_inserter(notes));
    return notes;
}

}  // namespace

void writeNotes(const std::filesystem::path &folder, std::uint64_t seed, const DemoContent &content)
{
    constexpr std::size_t kTrain = 90;
    const std::size_t testCount = static_cast<std::size_t>(content.testSamples) / subjects().size();
    std::mt19937_64 random(seed);
    std::string train = "text,label\r\n";
    std::string test = train;
    for (const Subject &subject : subjects()) {
        const std::vector<std::string> notes = notesOf(subject, kTrain, testCount, content.language, random);
        for (std::size_t i = 0; i < notes.size(); ++i) {
            (i < kTrain ? train : test) += notes[i] + "," + subject.name + "\r\n";
        }
    }
    std::filesystem::create_directories(folder);
    writeFileAtomically(folder / "train.csv", train);
    writeFileAtomically(folder / "test.csv", test);
}

}  // namespace atlas::app
