#pragma once

#include "widgets/training_service.h"
#include "widgets/try/tried_run.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace atlas::widgets {

class PictureSlot;

/// What is asked: the task, or "find out", and what its kind needs of a sample. Shows just these fields.
class QuestionForm final : public QWidget {
    Q_OBJECT

public:
    explicit QuestionForm(QWidget *parent = nullptr);

    void setRun(const TriedRun &run);
    /// What is filled in; `missing` says in words what is not, empty = it can be asked.
    Question question() const;
    QString missing() const;

    /// As it was asked before. `pictures`: what to call them; empty = by their files.
    void setQuestion(const Question &question, const QString &pictures = {});
    /// Fills in a sample of a task. The task stays "find out" where all of the sample can be given like that.
    void setSample(const QString &task, const Sample &sample, const QString &pictures);
    std::vector<const Task *> asksFor() const;   ///< the chosen task, or all
    bool setPictures(const QStringList &files);  ///< dropped on the page; false = no picture is wanted

Q_SIGNALS:
    void asked();
    void sampleWanted();  ///< any of what is tested with
    void failed(const QString &message, const QString &hint);

private:
    struct TextField {
        QWidget *box;
        QLabel *label;
        QPlainTextEdit *edit;
    };
    TextField addText(const char *name, const QString &title, int lines);
    bool wants(const char *field) const;
    void showFields();
    void check();

    TriedRun m_run;
    QComboBox *m_task;
    QLabel *m_help;
    PictureSlot *m_picture;
    PictureSlot *m_picture2;
    TextField m_text{};
    TextField m_text2{};
    TextField m_question{};
    TextField m_choices{};
    QLabel *m_missing;
    QPushButton *m_take;
    QPushButton *m_ask;
};

}  // namespace atlas::widgets
