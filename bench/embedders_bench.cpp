#include "bench/bench.h"
#include "core/error.h"
#include "core/files.h"
#include "engine/embedders/image_encoder.h"
#include "engine/embedders/text_encoder.h"
#include "engine/tensor/runtime.h"

#include <torch/types.h>

#include <algorithm>
#include <atomic>
#include <functional>
#include <numeric>
#include <sstream>
#include <thread>

namespace atlas::bench {

namespace {

constexpr std::size_t kTokensPerBatch = 768;
constexpr std::int64_t kSide = 128;
constexpr std::int64_t kPicturesPerBatch = 32;
constexpr std::int64_t kPictures = 256;  ///< a step's; the race reports pictures a second

/// Batches on one thread each, tensors single-threaded: the way through many small inputs.
void onThreads(int threads, std::size_t batches, const std::function<void(std::size_t)> &work)
{
    std::atomic<std::size_t> next = 0;
    std::vector<std::jthread> workers;
    for (int i = 0; i < threads; ++i) {
        workers.emplace_back([&] {
            for (std::size_t batch = next++; batch < batches; batch = next++) {
                work(batch);
            }
        });
    }
}

std::vector<std::string> linesOf(const std::string &file)
{
    std::vector<std::string> lines;
    std::istringstream stream(readFile(file));
    for (std::string line; std::getline(stream, line);) {
        lines.push_back(line);
    }
    if (lines.empty()) {
        throw Error(ErrorCode::Usage, "--texts names a file without lines.");
    }
    return lines;
}

/// All sentences: ids, last hidden states, means.
class TextsBench final : public BenchCase {
public:
    explicit TextsBench(const BenchArguments &arguments)
        : m_threads(arguments.threads), m_encoder(engine::loadTextEncoder(arguments.file)),
          m_texts(linesOf(arguments.texts))
    {
        engine::startRuntime(1);
    }

    void step() override
    {
        std::vector<std::vector<std::int64_t>> ids;
        for (const std::string &text : m_texts) {
            ids.push_back(m_encoder->tokenize(text));
        }
        std::vector<std::vector<std::vector<std::int64_t>>> batches;
        std::size_t tokens = kTokensPerBatch;
        for (auto &text : ids) {
            if (tokens + text.size() > kTokensPerBatch) {
                batches.emplace_back();
                tokens = 0;
            }
            tokens += text.size();
            batches.back().push_back(std::move(text));
        }
        onThreads(m_threads, batches.size(), [&](std::size_t batch) {
            for (const at::Tensor &states : m_encoder->encode(batches[batch])) {
                engine::TextEncoder::pooled(states);
            }
        });
    }

private:
    int m_threads;
    std::unique_ptr<engine::TextEncoder> m_encoder;
    std::vector<std::string> m_texts;
};

/// Feature maps and pooled features of pictures of 128 pixels.
class ImagesBench final : public BenchCase {
public:
    explicit ImagesBench(const BenchArguments &arguments)
        : m_threads(arguments.threads), m_encoder(engine::loadImageEncoder(arguments.file)),
          m_pictures(at::randint(0, 256, {kPictures, 3, kSide, kSide}, at::kByte))
    {
        engine::startRuntime(1);
    }

    void step() override
    {
        onThreads(m_threads, kPictures / kPicturesPerBatch, [&](std::size_t batch) {
            m_encoder->forward(
                m_pictures.narrow(0, static_cast<std::int64_t>(batch) * kPicturesPerBatch, kPicturesPerBatch));
        });
    }

private:
    int m_threads;
    std::unique_ptr<engine::ImageEncoder> m_encoder;
    at::Tensor m_pictures;
};

}  // namespace

std::unique_ptr<BenchCase> makeTextsBench(const BenchArguments &arguments)
{
    return std::make_unique<TextsBench>(arguments);
}

std::unique_ptr<BenchCase> makeImagesBench(const BenchArguments &arguments)
{
    return std::make_unique<ImagesBench>(arguments);
}

}  // namespace atlas::bench
