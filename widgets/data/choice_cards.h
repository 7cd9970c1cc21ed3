#pragma once

#include "core/sample.h"

#include <QWidget>

class QVBoxLayout;

namespace atlas::widgets {

/// The options of a choice as numbered cards; the labelled one is marked. Clicking one labels it.
class ChoiceCards final : public QWidget {
    Q_OBJECT

public:
    explicit ChoiceCards(QWidget *parent = nullptr);
    void show(const Sample &sample);

Q_SIGNALS:
    void chosen(int position);

private:
    QVBoxLayout *m_layout;
};

}  // namespace atlas::widgets
