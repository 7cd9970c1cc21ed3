#include "engine/pretrain/pretrain_scores.h"

#include <iomanip>
#include <sstream>

namespace atlas::engine {

std::string percent(double share)
{
    std::ostringstream text;
    text << std::fixed << std::setprecision(1) << 100.0 * share << " %";
    return text.str();
}

std::string describe(const PretrainScores &scores)
{
    std::string text;
    for (const PretrainScore &score : scores) {
        text += (text.empty() ? "" : ", ") + score.name + " " + percent(score.share);
    }
    return text;
}

}  // namespace atlas::engine
