#include "core/translatable.h"
#include "engine/robustness/perturbations/perturbations.h"

namespace atlas::engine::perturbations {

Perturbation fgsmPixels()
{
    return {.info = {.name = "fgsm-pixels",
                     .title = QT_TRANSLATE_NOOP("Perturbation", "Worst pixels (FGSM)"),
                     .help = QT_TRANSLATE_NOOP("Perturbation",
                                               "Every pixel is moved a little in the direction that hurts the answer "
                                               "most: an attack by somebody who knows the network. For networks that "
                                               "take pixels."),
                     .unit = QT_TRANSLATE_NOOP("Perturbation", "grey levels of 255"),
                     .strengths = {0.5, 1, 2, 4, 8}},
            .attacked = Attacked::Pixels};
}

}  // namespace atlas::engine::perturbations
