#pragma once

#include "core/task_kind.h"
#include "storage/opinions.h"

#include <QWidget>

class QVBoxLayout;

namespace atlas::widgets {

/// What several people said of one sample; where that is disputed, a button for each thing said, to take it.
class OpinionChoice final : public QWidget {
    Q_OBJECT

public:
    explicit OpinionChoice(QWidget *parent = nullptr);

    void clear();
    void show(const TaskKind &kind, const std::vector<storage::Opinion> &opinions, bool disputed, bool writable);

Q_SIGNALS:
    void taken(const std::vector<Label> &labels);

private:
    QVBoxLayout *m_layout;
    QWidget *m_content = nullptr;
};

/// Whose opinion it is: "anna", "imported labels", "anna, again".
QString opinionAuthor(const std::string &actor);

}  // namespace atlas::widgets
