#include "core/task_kind.h"

#include "core/kinds/kinds.h"
#include "core/registry.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <array>

namespace atlas {

std::span<const TaskKind> taskKinds()
{
#define ATLAS_MAKE(kind) kinds::kind(),
    static const std::array list{ATLAS_TASK_KINDS(ATLAS_MAKE)};
#undef ATLAS_MAKE
    return list;
}

const TaskKind &taskKind(const std::string &name)
{
    return findNamed(taskKinds(), name, say(QT_TRANSLATE_NOOP("Sentence", "task kind")));
}

std::string missingField(const TaskKind &kind, const Sample &sample)
{
    for (const std::string &field : kind.requiredFields) {
        const bool present = field == "image"      ? sample.image.has_value()
                             : field == "image2"   ? sample.image2.has_value()
                             : field == "text"     ? !sample.text.empty()
                             : field == "text2"    ? !sample.text2.empty()
                             : field == "question" ? !sample.question.empty()
                             : field == "choice"   ? sample.choices.size() >= 2
                                                   : true;
        if (!present) {
            return field;
        }
    }
    return {};
}

}  // namespace atlas
