#include "widgets/data/problem_list.h"

#include "widgets/charts/format.h"
#include "widgets/data/quality_words.h"
#include "widgets/frame/theme.h"
#include "widgets/sentence_words.h"

#include <QHeaderView>

#include <map>

namespace atlas::widgets {

ProblemList::ProblemList(QWidget *parent) : QTreeWidget(parent)
{
    setObjectName(QStringLiteral("problemList"));
    setAccessibleName(tr("Problems"));
    setHeaderLabels({tr("Problem"), tr("Where"), tr("What to do")});
    setRootIsDecorated(true);
    setUniformRowHeights(true);
    setSelectionMode(ExtendedSelection);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header()->setStretchLastSection(true);
    header()->resizeSection(0, 380);
    header()->resizeSection(1, 220);
}

void ProblemList::show(const std::vector<storage::Problem> &problems)
{
    clear();
    std::map<std::pair<storage::ProblemLevel, std::string>, std::vector<const storage::Problem *>> groups;
    for (const storage::Problem &problem : problems) {
        groups[{problem.level, problem.code}].push_back(&problem);
    }
    for (const auto &[key, members] : groups) {
        const QString title = inWords(members.front()->message);
        const QString where = QString::fromStdString(members.front()->where);
        auto *group = new QTreeWidgetItem(
            this, {members.size() == 1 ? title : tr("%1 times: %2").arg(format::count(qint64(members.size())), title),
                   members.size() == 1 ? where : tr("%1 and elsewhere").arg(where), inWords(members.front()->hint)});
        group->setIcon(0, levelIcon(key.first));
        for (int i = 0; i < 3; ++i) {
            group->setToolTip(i, group->text(i).toHtmlEscaped());
        }
        if (members.size() == 1) {
            continue;
        }
        int shown = 0;
        for (const storage::Problem *problem : members) {
            if (++shown > kMostPerGroup) {
                new QTreeWidgetItem(group,
                                    {tr("and %1 more").arg(format::count(qint64(members.size()) - kMostPerGroup))});
                break;
            }
            auto *item = new QTreeWidgetItem(
                group, {inWords(problem->message), QString::fromStdString(problem->where), inWords(problem->hint)});
            item->setToolTip(0, item->text(0).toHtmlEscaped());
            item->setToolTip(1, item->text(1).toHtmlEscaped());
        }
    }
}

}  // namespace atlas::widgets
