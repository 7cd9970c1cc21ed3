#include "core/error.h"
#include "core/files.h"
#include "engine/pretrain/objective.h"
#include "engine/pretrain/recipe.h"
#include "tests/support/shared_data.h"

#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QTest>

using atlas::Error;
using atlas::ErrorCode;
using atlas::engine::Recipe;

namespace {

std::filesystem::path miniRecipe()
{
    return atlas::test::sourceFolder() / "resources" / "recipes" / "mini.json";
}

}  // namespace

class TestRecipe : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theRecipeOfMiniIsRead()
    {
        const Recipe recipe = Recipe::read(miniRecipe());
        QCOMPARE(recipe.name, std::string("mini"));
        QCOMPARE(recipe.texts.size(), 2U);
        QCOMPARE(recipe.pictures.classes.size(), 10U);
        QVERIFY(recipe.steps > 0);
        for (const auto &objective : recipe.objectives) {
            QCOMPARE(atlas::engine::objectiveInfo(objective.name).name, objective.name);
        }
    }

    void badRecipesAreRefusedByName_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("named");
        QTest::newRow("misspelt key") << "/learning_rat"
                                      << "0.1"
                                      << "learning_rat";
        QTest::newRow("wrong type") << "/steps"
                                    << R"("many")"
                                    << "steps";
        QTest::newRow("out of range") << "/steps"
                                      << "0"
                                      << "steps";
        QTest::newRow("heads do not divide") << "/model/heads"
                                             << "7"
                                             << "heads";
        QTest::newRow("edge of no patch") << "/model/shortest_edge"
                                          << "81"
                                          << "shortest_edge";
        QTest::newRow("sizes of no patch") << "/picture_sizes"
                                           << "[[64, 60]]"
                                           << "picture_sizes";
        QTest::newRow("no objective") << "/objectives"
                                      << "[]"
                                      << "objectives";
        QTest::newRow("caption without place") << "/data/pictures/captions/0/pattern"
                                               << R"("a picture")"
                                               << "{}";
        QTest::newRow("class without a word") << "/data/pictures/classes/3/words"
                                              << R"({"en": "cat"})"
                                              << "cat";
    }
    void badRecipesAreRefusedByName()
    {
        QFETCH(QString, pointer);
        QFETCH(QString, value);
        QFETCH(QString, named);
        auto json = nlohmann::json::parse(atlas::readFile(miniRecipe()));
        json[nlohmann::json::json_pointer(pointer.toStdString())] = nlohmann::json::parse(value.toStdString());
        refused(json.dump(), named);
    }

    void missingKeysAreNamed()
    {
        auto json = nlohmann::json::parse(atlas::readFile(miniRecipe()));
        json["data"].erase("questions");
        refused(json.dump(), "questions");
    }

    void whatIsNoJsonIsRefused() { refused("{", "JSON"); }

    void unknownObjectivesNameTheKnown()
    {
        try {
            atlas::engine::objectiveInfo("nothing");
            QFAIL("an unknown objective was found");
        } catch (const Error &error) {
            QVERIFY(QString::fromStdString(error.hint()).contains("masked_words"));
        }
    }

private:
    void refused(const std::string &content, const QString &named) const
    {
        const std::filesystem::path file = m_folder.filePath("recipe.json").toStdString();
        atlas::writeFileAtomically(file, content);
        try {
            Recipe::read(file);
            QFAIL("a bad recipe was accepted");
        } catch (const Error &error) {
            QCOMPARE(error.code(), ErrorCode::BadInput);
            QVERIFY2(QString::fromStdString(error.message()).contains(named), error.what());
        }
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestRecipe)
#include "tst_recipe.moc"
