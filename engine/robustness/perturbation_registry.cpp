#include "engine/robustness/perturbation_registry.h"

#include "core/comma_list.h"
#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/robustness/perturbations/perturbations.h"

#include <array>
#include <cmath>
#include <numbers>

namespace atlas::engine {

double Draws::share()
{
    constexpr std::uint32_t kSteps = std::uint32_t{1} << 30;
    return static_cast<double>(m_numbers.below(kSteps)) / kSteps;
}

double Draws::normal()
{
    const double radius = std::sqrt(-2 * std::log(1 - share()));
    return radius * std::cos(2 * std::numbers::pi * share());
}

std::span<const Perturbation> allPerturbations()
{
#define ATLAS_MAKE(name) perturbations::name(),
    static const std::array all{ATLAS_PERTURBATIONS(ATLAS_MAKE)};
#undef ATLAS_MAKE
    return all;
}

const Perturbation &perturbation(const std::string &name)
{
    for (const Perturbation &one : allPerturbations()) {
        if (one.info.name == name) {
            return one;
        }
    }
    const std::string names = commaList(allPerturbations(), [](const Perturbation &one) { return one.info.name; });
    throw Error(ErrorCode::Usage, say(QT_TRANSLATE_NOOP("Sentence", "There is no perturbation \"%1\"."), name),
                say(QT_TRANSLATE_NOOP("Sentence", "Use one of: %1."), names));
}

}  // namespace atlas::engine
