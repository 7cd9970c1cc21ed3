#include "engine/backbone/backbone_registry.h"

#include "core/comma_list.h"
#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/backbone/config_reader.h"
#include "engine/backbone/vilt.h"
#include "engine/starter/starter.h"
#include "engine/tensor/torch_errors.h"

namespace atlas::engine {
namespace {

std::shared_ptr<Backbone> loadVilt(const std::filesystem::path &folder, KeyReport &report)
{
    return Vilt::load(folder, &report);
}

std::string describeVilt(const std::filesystem::path &folder)
{
    return readViltConfig(folder / "config.json").backbone().architecture;
}

std::shared_ptr<Backbone> loadStarter(const std::filesystem::path &folder, KeyReport &report)
{
    return Starter::load(folder, &report);
}

std::string describeStarter(const std::filesystem::path &folder)
{
    return readStarterConfig(folder / "config.json").backbone().architecture;
}

constexpr BackboneArchitecture kArchitectures[] = {
    {"vilt", loadVilt, describeVilt},
    {"atlas-starter", loadStarter, describeStarter},
};

}  // namespace

std::span<const BackboneArchitecture> backboneArchitectures()
{
    return kArchitectures;
}

const BackboneArchitecture &architectureOf(const std::filesystem::path &folder)
{
    if (!std::filesystem::is_directory(folder)) {
        const bool exists = std::filesystem::exists(folder);
        throw Error(
            exists ? ErrorCode::BadInput : ErrorCode::NotFound,
            exists ? say(QT_TRANSLATE_NOOP("Sentence", "%1 is not a folder."), folder.string())
                   : say(QT_TRANSLATE_NOOP("Sentence", "%1 does not exist."), folder.string()),
            say(QT_TRANSLATE_NOOP(
                "Sentence",
                "Point at a folder that holds config.json, vocab.txt, preprocessor_config.json and the weights.")));
    }
    const ConfigReader config(folder / "config.json");
    const std::string type = config.text("model_type");
    for (const BackboneArchitecture &architecture : backboneArchitectures()) {
        if (type == architecture.modelType) {
            return architecture;
        }
    }
    config.refuse(say(QT_TRANSLATE_NOOP("Sentence", "model_type: expected one of %1, is %2"),
                      commaList(backboneArchitectures(), &BackboneArchitecture::modelType), type));
}

std::shared_ptr<Backbone> loadBackbone(const std::filesystem::path &folder)
{
    return withTorchErrors(say(QT_TRANSLATE_NOOP("Sentence", "Loading the backbone %1"), folder.string()), [&folder] {
        KeyReport report;
        return architectureOf(folder).load(folder, report);
    });
}

}  // namespace atlas::engine
