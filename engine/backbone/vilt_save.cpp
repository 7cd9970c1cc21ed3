#include "engine/backbone/vilt.h"

#include "core/files.h"
#include "engine/backbone/vilt_config.h"

#include <nlohmann/json.hpp>
#include <torch/types.h>

namespace atlas::engine {
namespace {

std::string preprocessorJson(const ImageProcessorConfig &config)
{
    const nlohmann::ordered_json json{
        {"image_processor_type", "ViltImageProcessor"},
        {"do_resize", true},
        {"size", {{"shortest_edge", config.shortestEdge}}},
        {"size_divisor", config.divisor},
        {"resample", 3},
        {"do_rescale", true},
        {"do_normalize", true},
        {"image_mean", config.mean},
        {"image_std", config.std},
        {"do_pad", true},
    };
    return json.dump(2) + "\n";
}

}  // namespace

void Vilt::save(const std::filesystem::path &folder, const ViltSaveOptions &options)
{
    NamedTensors tensors;
    for (const auto &[name, tensor] : stateDict()) {
        if (options.mlmHead || !name.starts_with("mlm_score.")) {
            tensors.emplace_back(name, tensor.detach().to(options.half ? at::kHalf : at::kFloat));
        }
    }
    std::map<std::string, std::string> metadata = options.metadata;
    metadata["format"] = "pt";  // transformers refuses a file that does not say so
    writeFileAtomically(folder / "config.json", viltConfigJson(m_viltConfig, !m_mlm || m_mlm->tied()));
    writeFileAtomically(folder / "preprocessor_config.json", preprocessorJson(m_processor.config()));
    saveTensors(folder / "model.safetensors", tensors, metadata);
}

}  // namespace atlas::engine
