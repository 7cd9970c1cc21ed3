#include "engine/training/open_feature_cache.h"

namespace atlas::engine {

void openFeatureCache(Backbone &backbone, const std::filesystem::path &cacheFolder, std::int64_t limit,
                      Observer &observer)
{
    const std::string identity = backbone.cacheIdentity();
    if (identity.empty() || cacheFolder.empty()) {
        return;
    }
    const auto cache = std::make_shared<FeatureCache>(featureCacheFile(cacheFolder, identity), identity, limit);
    if (const std::string problem = cache->problem(); !problem.empty()) {
        observer.log(LogLevel::Warning,
                     "The cache of embedded samples cannot be used (" + problem + "); everything is embedded anew.");
    }
    backbone.useCache(cache);
}

}  // namespace atlas::engine
