#include "engine/pretrain/joint/pretrain_joint.h"

#include "core/error.h"
#include "core/files.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/pretrain/joint/joint_evaluation.h"
#include "engine/pretrain/joint/joint_objective.h"
#include "engine/pretrain/model_card.h"
#include "engine/pretrain/pretrainer.h"
#include "engine/starter/known_embedders.h"
#include "engine/training/seeds.h"

#include <sstream>

namespace atlas::engine {
namespace {

constexpr std::int64_t kCacheLimit = std::int64_t{16} << 30;
constexpr const char *kCacheFile = "pretrain.features";

std::shared_ptr<Starter> makeStarter(const Recipe &recipe, const PretrainRequest &request)
{
    if (request.embedders.empty()) {
        throw Error(
            ErrorCode::Usage,
            say(QT_TRANSLATE_NOOP("Sentence",
                                  "This recipe trains a starter, which needs the two pretrained networks.")),
            say(QT_TRANSLATE_NOOP(
                "Sentence",
                "Name their folder with --embedders; `./dev build` fetches them to build/packages/embedders.")));
    }
    StarterConfig config = recipe.starter;
    config.text = knownTextEmbedder();
    config.image = knownImageEmbedder();
    // The summaries are only to be given back here: they need no second look at every picture.
    StarterConfig frugal = config;
    frugal.summarySide = config.tokenSide;
    return Starter::random(config, std::make_shared<FrozenEmbedders>(request.embedders, frugal),
                           deriveSeed(recipe.seed, {"network"}));
}

void describeNetwork(const Recipe &recipe, Starter &starter, PretrainReport &report)
{
    const StarterConfig &config = starter.starterConfig();
    report.summary =
        "The joint transformer of the backbone `starter`, trained from random weights by `atlas pretrain` "
        "on the outputs of two pretrained networks, which stay frozen and are not part of these weights: " +
        starter.embedders().describe() + ".";
    std::ostringstream network;
    network << config.layers << " layers, width " << config.width << ", " << config.heads << " heads, intermediate "
            << config.intermediate << "; texts of up to " << config.maxTextTokens << " pieces, pictures of about "
            << config.tokenSide << " x " << config.tokenSide << " pixels as one token per 32 x 32; "
            << elementCount(starter.parameters()) << " parameters, stored as fp16.";
    report.network = network.str();
    report.limits = "Pictures of few kinds, short and simple texts: what joins the two was learned from little. What "
                    "the embedders do not see (fine print inside pictures, small differences of brightness) is lost.";
    for (const ObjectiveSpec &spec : recipe.objectives) {
        report.objectives.push_back(jointObjectiveInfo(spec.name));
    }
}

}  // namespace

void pretrainJoint(const Recipe &recipe, const PretrainRequest &request, Observer &observer,
                   const std::stop_token &stop)
{
    const PretrainData data = readPretrainData(recipe, request.data, observer, stop);
    observer.progress(-1, "Loading the embedders");
    const std::shared_ptr<Starter> starter = makeStarter(recipe, request);
    observer.log(LogLevel::Info, starter->config().architecture + ", " +
                                     std::to_string(elementCount(starter->parameters())) + " joint parameters.");
    const auto cache = std::make_shared<FeatureCache>(request.out / kCacheFile, starter->cacheIdentity(), kCacheLimit);
    starter->useCache(cache);
    const JointData joint = embedPretrainData(*starter, recipe, data, threadsOf(request), observer, stop);
    observer.log(LogLevel::Info, "The embedders' outputs take " + std::to_string(cache->bytes() >> 20) + " MiB.");
    starter->tokens().setStandard(joint.textTokens.mean, joint.textTokens.deviation, joint.pictureTokens.mean,
                                  joint.pictureTokens.deviation);

    const auto save = [&] {
        writeFileAtomically(request.out / "config.json", starterConfigJson(starter->starterConfig()));
        starter->saveJoint(request.out / "joint.safetensors", {{"recipe", recipe.name}});
    };
    const JointContext context{recipe, data, joint, *starter};
    PretrainReport report;
    report.untrained = evaluateJoint(context, observer, stop);
    observer.log(LogLevel::Info, "Untrained: " + describe(report.untrained) + ".");
    Pretrainer pretrainer(recipe, makeParts(context, jointObjectiveInfo), starter->parameters(), save,
                          threadsOf(request));
    report.record = pretrainer.run(request.out / kPretrainCheckpoint, observer, stop);
    report.trained = evaluateJoint(context, observer, stop);
    observer.log(LogLevel::Info, "Trained: " + describe(report.trained) + ".");

    save();
    describeNetwork(recipe, *starter, report);
    writeFileAtomically(request.out / "MODEL_CARD.md", modelCard(recipe, report));
    std::filesystem::remove(request.out / kCacheFile);
}

}  // namespace atlas::engine
