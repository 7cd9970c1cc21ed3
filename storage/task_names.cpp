#include "storage/task_names.h"

#include "core/translatable.h"

namespace atlas::storage {

Error unfitName(const std::string &from, const std::string &to)
{
    return Error(ErrorCode::BadInput,
                 to.empty()
                     ? say(QT_TRANSLATE_NOOP("Sentence",
                                             "\"%1\" cannot be called \"%2\": the name is empty. Nothing was changed."),
                           from, to)
                     : say(QT_TRANSLATE_NOOP("Sentence",
                                             "\"%1\" cannot be called \"%2\": the name is taken. Nothing was changed."),
                           from, to),
                 say(QT_TRANSLATE_NOOP("Sentence", "Choose another name.")));
}

}  // namespace atlas::storage
