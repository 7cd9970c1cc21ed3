#include "engine/pretrain/pretrain.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/pretrain/joint/pretrain_joint.h"
#include "engine/pretrain/pretrain_vilt.h"
#include "engine/pretrain/recipe.h"
#include "engine/tensor/runtime.h"

namespace atlas::engine {
namespace {

void makeFolder(const std::filesystem::path &folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) {
        throw Error(
            ErrorCode::Io,
            say(QT_TRANSLATE_NOOP("Sentence", "The folder %1 cannot be made: %2."), folder.string(), error.message()),
            say(QT_TRANSLATE_NOOP("Sentence", "Choose another place with --out.")));
    }
}

}  // namespace

int threadsOf(const PretrainRequest &request)
{
    return request.threads > 0 ? request.threads : availableCores();
}

void pretrain(const PretrainRequest &request, Observer &observer, std::stop_token stop)
{
    startRuntime(1);  // objectives run side by side
    const Recipe recipe = Recipe::read(request.recipe);
    makeFolder(request.out);
    recipe.architecture == "starter" ? pretrainJoint(recipe, request, observer, stop)
                                     : pretrainVilt(recipe, request, observer, stop);
    observer.progress(1, "Done");
}

}  // namespace atlas::engine
