#include "widgets/data/edit_words.h"

#include "widgets/data/sample_columns.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace atlas::widgets {

namespace {

QString asIs(const TaskKind &, const std::string &detail)
{
    return QString::fromStdString(detail);
}

QString asReview(const TaskKind &, const std::string &detail)
{
    const std::optional<ReviewState> state = parseReviewState(detail);
    return state ? reviewTitle(*state) : QString::fromStdString(detail);
}

QString asSplit(const TaskKind &, const std::string &detail)
{
    return splitTitle(parseSplit(detail).value_or(Split::Unassigned));
}

struct Words {
    const char *what;
    const char *text;  ///< %n samples, %1 the detail
    QString (*detail)(const TaskKind &kind, const std::string &detail) = asIs;
};

constexpr std::array kWords{
    Words{storage::edit::kLabel, QT_TRANSLATE_N_NOOP("Edit", "Label %n sample(s): %1"), labelTitle},
    Words{storage::edit::kUnlabel, QT_TRANSLATE_N_NOOP("Edit", "Unlabel %n sample(s)")},
    Words{storage::edit::kReview, QT_TRANSLATE_N_NOOP("Edit", "Mark %n sample(s): %1"), asReview},
    Words{storage::edit::kNote, QT_TRANSLATE_N_NOOP("Edit", "Note")},
    Words{storage::edit::kRemove, QT_TRANSLATE_N_NOOP("Edit", "Remove %n sample(s)")},
    Words{storage::edit::kImport, QT_TRANSLATE_N_NOOP("Edit", "Import %n sample(s) from %1")},
    Words{storage::edit::kAccept, QT_TRANSLATE_N_NOOP("Edit", "Accept suggestions for %n sample(s)")},
    Words{storage::edit::kSplit, QT_TRANSLATE_N_NOOP("Edit", "Put %n sample(s) into the part %1"), asSplit},
    Words{storage::edit::kOpinion, QT_TRANSLATE_N_NOOP("Edit", "Second opinion on %n sample(s): %1"), labelTitle},
    Words{storage::edit::kWithdraw, QT_TRANSLATE_N_NOOP("Edit", "Take back the opinion on %n sample(s)")},
    Words{storage::edit::kSettle, QT_TRANSLATE_N_NOOP("Edit", "Settle %n sample(s): %1"), labelTitle},
    Words{storage::edit::kKeep, QT_TRANSLATE_N_NOOP("Edit", "Let findings stand")},
    Words{storage::edit::kAddClass, QT_TRANSLATE_N_NOOP("Edit", "Add the class %1")},
    Words{storage::edit::kRenameClass, QT_TRANSLATE_N_NOOP("Edit", "Rename a class: %1")},
    Words{storage::edit::kMergeClasses, QT_TRANSLATE_N_NOOP("Edit", "Merge classes: %1")},
    Words{storage::edit::kSplitClass, QT_TRANSLATE_N_NOOP("Edit", "Split a class: %1")},
    Words{storage::edit::kDeleteClass, QT_TRANSLATE_N_NOOP("Edit", "Delete the class %1")},
    Words{storage::edit::kMoveClass, QT_TRANSLATE_N_NOOP("Edit", "Move the class %1")},
    Words{storage::edit::kClassKey, QT_TRANSLATE_N_NOOP("Edit", "Key of a class, %1")},
    Words{storage::edit::kGoBack, QT_TRANSLATE_N_NOOP("Edit", "Go back to the version %1")},
};

}  // namespace

QString editTitle(const TaskKind &kind, const storage::Edit &edit)
{
    const auto found = std::ranges::find_if(kWords, [&edit](const Words &words) { return edit.what == words.what; });
    if (found == kWords.end()) {
        return QString::fromStdString(edit.what);  // of a newer program
    }
    const QString text = QCoreApplication::translate("Edit", found->text, nullptr, int(edit.samples));
    return text.contains(QStringLiteral("%1")) ? text.arg(found->detail(kind, edit.detail)) : text;
}

}  // namespace atlas::widgets
