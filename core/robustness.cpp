#include "core/robustness.h"

namespace atlas {

double holdsUpTo(const RobustnessCurve &curve)
{
    constexpr double kRounding = 1e-9;
    double strength = 0;
    for (const RobustnessPoint &point : curve.points) {
        if (curve.points.front().score - point.score > kNoticeableFall + kRounding) {
            break;
        }
        strength = point.strength;
    }
    return strength;
}

}  // namespace atlas
