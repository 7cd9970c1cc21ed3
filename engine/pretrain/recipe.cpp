#include "engine/pretrain/recipe.h"

#include "core/error.h"
#include "core/files.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <nlohmann/json.hpp>

#include <initializer_list>
#include <set>

namespace atlas::engine {
namespace {

using nlohmann::json;

constexpr std::uintmax_t kRecipeLimit = 1u << 20;

[[noreturn]] void throwBadRecipe(const Sentence &why)
{
    throw Error(ErrorCode::BadInput, say(QT_TRANSLATE_NOOP("Sentence", "The recipe cannot be used: %1."), why),
                say(QT_TRANSLATE_NOOP("Sentence", "Compare it with resources/recipes/mini.json.")));
}

/// One JSON object of which every key must be read: a misspelt key would silently leave a default in place.
class Fields {
public:
    Fields(const json &object, std::string where) : m_object(object), m_where(std::move(where))
    {
        if (!m_object.is_object()) {
            throwBadRecipe(say(QT_TRANSLATE_NOOP("Sentence", "%1 must be an object"), m_where));
        }
    }

    const json &at(const char *key)
    {
        m_read.insert(key);
        if (!m_object.contains(key)) {
            throwBadRecipe(say(QT_TRANSLATE_NOOP("Sentence", "%1 lacks \"%2\""), m_where, key));
        }
        return m_object[key];
    }

    bool has(const char *key) const { return m_object.contains(key); }

    template <typename T>
    T value(const char *key)
    {
        try {
            return at(key).get<T>();
        } catch (const json::exception &) {
            throwBadRecipe(
                say(QT_TRANSLATE_NOOP("Sentence", "%1: the value of \"%2\" is of the wrong type"), m_where, key));
        }
    }

    template <typename T>
    T number(const char *key, T minimum, T maximum)
    {
        const T result = value<T>(key);
        if (result < minimum || result > maximum) {
            throwBadRecipe(say(QT_TRANSLATE_NOOP("Sentence", "%1: expected %2 from %3 to %4, but it is %5"), m_where,
                               key, minimum, maximum, result));
        }
        return result;
    }

    void done() const
    {
        for (const auto &item : m_object.items()) {
            if (!m_read.contains(item.key())) {
                throwBadRecipe(
                    say(QT_TRANSLATE_NOOP("Sentence", "%1 has the unknown key \"%2\""), m_where, item.key()));
            }
        }
    }

private:
    const json &m_object;
    std::string m_where;
    std::set<std::string> m_read;
};

void requireWholeHeads(int width, int heads)
{
    if (width % heads != 0) {
        throwBadRecipe(
            say(QT_TRANSLATE_NOOP("Sentence", "model: width %1 is not a multiple of heads %2"), width, heads));
    }
}

ModelSpec readModel(const json &object)
{
    Fields fields(object, "model");
    ModelSpec model;
    model.width = fields.number("width", 8, 4096);
    model.layers = fields.number("layers", 1, 64);
    model.heads = fields.number("heads", 1, 64);
    model.intermediate = fields.number("intermediate", 8, 16384);
    model.patch = fields.number("patch", 4, 64);
    model.shortestEdge = fields.number("shortest_edge", model.patch, 1024);
    model.maxTextTokens = fields.number("max_text_tokens", 8, 512);
    model.vocabularySize = fields.number("vocabulary_size", 300, 200'000);
    fields.done();
    requireWholeHeads(model.width, model.heads);
    if (model.shortestEdge % model.patch != 0) {
        throwBadRecipe(say(QT_TRANSLATE_NOOP("Sentence", "model: shortest_edge must be a multiple of patch")));
    }
    return model;
}

StarterConfig readStarter(const json &object)
{
    constexpr int kCell = 32;
    Fields fields(object, "model");
    StarterConfig starter;
    starter.width = fields.number("width", 8, 4096);
    starter.layers = fields.number("layers", 1, 64);
    starter.heads = fields.number("heads", 1, 64);
    starter.intermediate = fields.number("intermediate", 8, 16384);
    starter.textWidth = fields.number("text_width", 1, 8192);
    starter.maxTextTokens = fields.number("max_text_tokens", 4, 512);
    starter.tokenSide = fields.number("token_side", kCell, 1024);
    starter.summarySide = fields.number("summary_side", kCell, 1024);
    starter.gridSide = fields.number("grid_side", 1, 64);
    starter.joinsPairs = fields.value<bool>("joins_pairs");
    fields.done();
    requireWholeHeads(starter.width, starter.heads);
    return starter;
}

void readSource(Fields &fields, DataSource &source)
{
    source.file = fields.value<std::string>("file");
    source.source = fields.value<std::string>("source");
    source.licence = fields.value<std::string>("licence");
}

TextPart readTextPart(const json &object)
{
    Fields fields(object, "data.texts");
    TextPart part;
    readSource(fields, part);
    part.language = fields.value<std::string>("language");
    fields.done();
    return part;
}

PicturePart readPicturePart(const json &object)
{
    Fields fields(object, "data.pictures");
    PicturePart part;
    readSource(fields, part);
    for (const json &caption : fields.at("captions")) {
        Fields entry(caption, "data.pictures.captions");
        part.captions.push_back({entry.value<std::string>("language"), entry.value<std::string>("pattern")});
        entry.done();
        if (part.captions.back().pattern.find("{}") == std::string::npos) {
            throwBadRecipe(say(QT_TRANSLATE_NOOP("Sentence", "the caption \"%1\" has no place {} for the class"),
                               part.captions.back().pattern));
        }
    }
    for (const json &item : fields.at("classes")) {
        Fields entry(item, "data.pictures.classes");
        part.classes.push_back(
            {entry.value<std::string>("folder"), entry.value<std::map<std::string, std::string>>("words")});
        entry.done();
        for (const PicturePart::Caption &caption : part.captions) {
            if (!part.classes.back().words.contains(caption.language)) {
                throwBadRecipe(say(QT_TRANSLATE_NOOP("Sentence", "the class %1 has no word in the language %2"),
                                   part.classes.back().folder, caption.language));
            }
        }
    }
    fields.done();
    if (part.classes.size() < 2 || part.captions.empty()) {
        throwBadRecipe(say(QT_TRANSLATE_NOOP("Sentence", "data.pictures needs two classes and one caption at least")));
    }
    return part;
}

void readData(const json &object, Recipe &recipe)
{
    Fields fields(object, "data");
    for (const json &part : fields.at("texts")) {
        recipe.texts.push_back(readTextPart(part));
    }
    recipe.pictures = readPicturePart(fields.at("pictures"));
    Fields questions(fields.at("questions"), "data.questions");
    readSource(questions, recipe.questions);
    questions.done();
    fields.done();
    if (recipe.texts.empty()) {
        throwBadRecipe(say(QT_TRANSLATE_NOOP("Sentence", "data.texts is empty")));
    }
}

std::vector<ObjectiveSpec> readObjectives(const json &list)
{
    std::vector<ObjectiveSpec> objectives;
    for (const json &item : list) {
        Fields fields(item, "objectives");
        objectives.push_back(
            {fields.value<std::string>("name"), fields.number("weight", 0.0, 1000.0), fields.number("batch", 1, 4096)});
        fields.done();
    }
    if (objectives.empty()) {
        throwBadRecipe(say(QT_TRANSLATE_NOOP("Sentence", "objectives is empty")));
    }
    return objectives;
}

std::vector<PictureSize> readPictureSizes(const json &list, int patch)
{
    std::vector<PictureSize> sizes;
    for (const json &item : list) {
        const auto size = item.get<std::pair<int, int>>();
        if (size.first < patch || size.second < patch || size.first % patch != 0 || size.second % patch != 0) {
            throwBadRecipe(say(QT_TRANSLATE_NOOP("Sentence", "picture_sizes must be multiples of the patch")));
        }
        sizes.push_back({size.first, size.second});
    }
    if (sizes.empty()) {
        throwBadRecipe(say(QT_TRANSLATE_NOOP("Sentence", "picture_sizes is empty")));
    }
    return sizes;
}

ValidationSpec readValidation(const json &object)
{
    Fields fields(object, "validation");
    ValidationSpec validation;
    validation.texts = fields.number("texts", 1, 100'000);
    validation.pictures = fields.number("pictures", 1, 100'000);
    validation.questionPictures = fields.number("question_pictures", 1, 100'000);
    validation.probeTrain = fields.number("probe_train", 1, 100'000);
    fields.done();
    return validation;
}

void readTraining(Fields &fields, Recipe &recipe)
{
    recipe.steps = fields.number<std::int64_t>("steps", 1, 10'000'000);
    recipe.timeLimitMinutes = fields.number("time_limit_minutes", 0.0, 100'000.0);
    recipe.learningRate = fields.number("learning_rate", 0.0, 1.0);
    recipe.warmupShare = fields.number("warmup_share", 0.0, 1.0);
    recipe.weightDecay = fields.number("weight_decay", 0.0, 1.0);
    recipe.clipNorm = fields.number("clip_norm", 1e-6, 1e6);
    recipe.logEvery = fields.number("log_every", 1, 1'000'000);
    recipe.checkpointEvery = fields.number("checkpoint_every", 1, 1'000'000);
}

}  // namespace

/// What the network is, and what only its architecture has.
void readArchitecture(Fields &fields, Recipe &recipe)
{
    recipe.architecture = fields.has("architecture") ? fields.value<std::string>("architecture") : "vilt";
    if (recipe.architecture == "vilt") {
        recipe.model = readModel(fields.at("model"));
        recipe.pictureSizes = readPictureSizes(fields.at("picture_sizes"), recipe.model.patch);
    } else if (recipe.architecture == "starter") {
        recipe.starter = readStarter(fields.at("model"));
        recipe.maxTexts = fields.number<std::int64_t>("max_texts", 0, 100'000'000);
        recipe.maxPictures = fields.number<std::int64_t>("max_pictures", 0, 100'000'000);
    } else {
        throwBadRecipe(
            say(QT_TRANSLATE_NOOP("Sentence", "architecture: expected vilt or starter, is %1"), recipe.architecture));
    }
}

Recipe Recipe::read(const std::filesystem::path &file)
{
    try {
        const json document = json::parse(readFile(file, kRecipeLimit));
        Fields fields(document, "the recipe");
        Recipe recipe;
        recipe.name = fields.value<std::string>("name");
        recipe.seed = fields.value<std::uint64_t>("seed");
        readArchitecture(fields, recipe);
        readData(fields.at("data"), recipe);
        recipe.objectives = readObjectives(fields.at("objectives"));
        recipe.validation = readValidation(fields.at("validation"));
        readTraining(fields, recipe);
        fields.done();
        return recipe;
    } catch (const json::exception &error) {
        throwBadRecipe(say(QT_TRANSLATE_NOOP("Sentence", "its JSON cannot be understood: %1"), error.what()));
    } catch (const Error &error) {
        throw Error(error.code(), say(QT_TRANSLATE_NOOP("Sentence", "%1: %2"), file.string(), error.sentence()),
                    error.advice());
    }
}

}  // namespace atlas::engine
