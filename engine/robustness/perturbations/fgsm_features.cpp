#include "core/translatable.h"
#include "engine/robustness/perturbations/perturbations.h"

namespace atlas::engine::perturbations {

Perturbation fgsmFeatures()
{
    return {.info = {.name = "fgsm-features",
                     .title = QT_TRANSLATE_NOOP("Perturbation", "Worst features (FGSM)"),
                     .help = QT_TRANSLATE_NOOP("Perturbation",
                                               "Every feature that the task's head is given is moved a little in the "
                                               "direction that hurts the answer most. The picture or text itself is "
                                               "not changed: it tells how near answers lie to the border between two "
                                               "classes."),
                     .unit = QT_TRANSLATE_NOOP("Perturbation", "standard deviations of a feature"),
                     .strengths = {0.02, 0.05, 0.1, 0.2, 0.4}},
            .attacked = Attacked::Features};
}

}  // namespace atlas::engine::perturbations
