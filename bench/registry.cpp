#include "bench/bench.h"

#include <array>

namespace atlas::bench {

std::span<const Bench> benches()
{
    static constexpr std::array kBenches{
        Bench{"mixing", "one adapter site, forward and backward (768 wide, bottleneck 48, 185 tokens)",
              makeMixingBench},
        Bench{"train-step", "a training step of ViLT-B/32 with adapters (random weights, 40 words, 384 x 384 pixels)",
              makeTrainStepBench},
        Bench{"texts", "the frozen text encoder over the sentences of --texts", makeTextsBench},
        Bench{"images", "the frozen image encoder over 256 pictures of 128 x 128 pixels", makeImagesBench},
    };
    return kBenches;
}

}  // namespace atlas::bench
