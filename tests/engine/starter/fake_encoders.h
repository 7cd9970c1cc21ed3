#pragma once

#include "engine/starter/starter.h"

#include <torch/types.h>

#include <atomic>

namespace atlas::test {

/// Small stand-ins for the two pretrained networks, that count how often they are asked.
class FakeTextEncoder final : public engine::TextEncoder {
public:
    explicit FakeTextEncoder(int width) : m_width(width) {}

    int width() const override { return m_width; }
    int maxTokens() const override { return 32; }
    std::vector<std::int64_t> tokenize(const std::string &text) const override
    {
        std::vector<std::int64_t> ids{0};
        for (const char c : text) {
            ids.push_back(static_cast<unsigned char>(c));
        }
        ids.push_back(2);
        return ids;
    }
    std::vector<at::Tensor> encode(const std::vector<std::vector<std::int64_t>> &texts) const override
    {
        std::vector<at::Tensor> states;
        for (const auto &ids : texts) {
            const at::Tensor values = torch::tensor(ids, at::kLong).to(at::kFloat).unsqueeze(1);
            states.push_back((values * torch::linspace(0.01, 0.3, m_width)).sin());
        }
        asked += static_cast<int>(texts.size());
        return states;
    }
    std::string describe() const override { return "a text network"; }

    static inline std::atomic<int> asked = 0;

private:
    int m_width;
};

class FakeImageEncoder final : public engine::ImageEncoder {
public:
    Maps forward(const at::Tensor &pictures) const override
    {
        asked += static_cast<int>(pictures.size(0));
        const at::Tensor x = pictures.to(at::kFloat).mean(1, true) / 255;
        const auto map = [&x](std::int64_t channels, std::int64_t stride) {
            return at::avg_pool2d(x, stride) * torch::linspace(0.1, 1, channels).view({1, channels, 1, 1});
        };
        const at::Tensor coarse = map(320, 32);
        return {map(24, 4), map(40, 8), map(112, 16), coarse, coarse.mean(at::IntArrayRef{2, 3}).repeat({1, 4})};
    }
    std::string describe() const override { return "a picture network"; }

    static inline std::atomic<int> asked = 0;
};

inline engine::StarterConfig smallStarterConfig()
{
    engine::StarterConfig config;
    config.width = 16;
    config.layers = 2;
    config.heads = 2;
    config.intermediate = 32;
    config.textWidth = 8;
    config.maxTextTokens = 10;
    config.tokenSide = 64;
    config.summarySide = 96;
    config.gridSide = 4;
    config.text = {"text", "0"};
    config.image = {"image", "0"};
    return config;
}

inline std::shared_ptr<engine::FrozenEmbedders> fakeEmbedders(const engine::StarterConfig &config)
{
    return std::make_shared<engine::FrozenEmbedders>(config, std::make_unique<FakeTextEncoder>(config.textWidth),
                                                     std::make_unique<FakeImageEncoder>());
}

inline std::shared_ptr<engine::Starter> fakeStarter(const engine::StarterConfig &config = smallStarterConfig())
{
    return engine::Starter::random(config, fakeEmbedders(config), 7);
}

}  // namespace atlas::test
