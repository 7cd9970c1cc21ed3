#pragma once

#include "core/verdict.h"

#include <QFrame>

class QLabel;

namespace atlas::widgets {

class VerdictWord;

/// The verdict as one word and one sentence, and what speaks against it, worst first.
class VerdictView final : public QFrame {
    Q_OBJECT

public:
    explicit VerdictView(QWidget *parent = nullptr);

    void setRuling(const Ruling &ruling);

protected:
    void changeEvent(QEvent *event) override;

private:
    void colour();

    Verdict m_verdict = Verdict::Undecided;
    QLabel *m_icon;
    VerdictWord *m_word;
    QLabel *m_sentence;
    QLabel *m_reasons;
};

}  // namespace atlas::widgets
