#include "widgets/try/question_form.h"

#include "core/task_kind.h"
#include "widgets/frame/theme.h"
#include "widgets/try/picture_slot.h"

#include <QComboBox>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace atlas::widgets {

namespace {

constexpr int kPictureShare = 100;  ///< of the height, where there are pictures; else what is asked stands on top

bool holds(const std::vector<std::string> &fields, const char *field)
{
    return std::ranges::find(fields, field) != fields.end();
}

}  // namespace

QuestionForm::QuestionForm(QWidget *parent)
    : QWidget(parent), m_task(new QComboBox(this)), m_help(theme::caption({}, this)),
      m_picture(new PictureSlot(tr("Picture"), this)), m_picture2(new PictureSlot(tr("Second picture"), this)),
      m_missing(theme::caption({}, this)), m_take(new QPushButton(tr("Take a test sample"), this)),
      m_ask(new QPushButton(tr("Answer"), this))
{
    setObjectName(QStringLiteral("questionForm"));
    m_task->setObjectName(QStringLiteral("tryTask"));
    m_task->setAccessibleName(tr("Task"));
    m_task->setToolTip(tr("Which task is to answer. The run can find it out by what the sample looks like."));
    m_task->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_picture->setObjectName(QStringLiteral("tryPicture"));
    m_picture2->setObjectName(QStringLiteral("tryPicture2"));
    m_take->setObjectName(QStringLiteral("tryTake"));
    m_take->setToolTip(tr("Fills in any sample that the run was tested with; its label is told beside the answer"));
    m_ask->setObjectName(QStringLiteral("tryAsk"));
    m_ask->setToolTip(tr("Lets the run answer this sample (Ctrl+Enter)"));
    m_ask->setShortcut(Qt::CTRL | Qt::Key_Return);
    theme::makePrimary(m_ask);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kGap);
    auto *taskLabel = theme::caption(tr("Task"), this);
    taskLabel->setBuddy(m_task);
    layout->addWidget(taskLabel);
    layout->addWidget(m_task);
    layout->addWidget(m_help);
    layout->addWidget(m_picture, kPictureShare);
    layout->addWidget(m_picture2, kPictureShare);
    m_question = addText("tryQuestion", tr("Question or statement"), 2);
    m_text = addText("tryText", tr("Text"), 4);
    m_text2 = addText("tryText2", tr("Second text"), 3);
    m_choices = addText("tryChoices", tr("Options, one a line"), 4);
    layout->addWidget(m_missing);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::kGap);
    buttons->addWidget(m_take);
    buttons->addWidget(m_ask, 1);
    layout->addLayout(buttons);
    layout->addStretch(1);

    connect(m_task, &QComboBox::currentIndexChanged, this, &QuestionForm::showFields);
    for (PictureSlot *slot : {m_picture, m_picture2}) {
        connect(slot, &PictureSlot::changed, this, &QuestionForm::check);
        connect(slot, &PictureSlot::failed, this, &QuestionForm::failed);
    }
    connect(m_take, &QPushButton::clicked, this, &QuestionForm::sampleWanted);
    connect(m_ask, &QPushButton::clicked, this, &QuestionForm::asked);
}

QuestionForm::TextField QuestionForm::addText(const char *name, const QString &title, int lines)
{
    TextField field{.box = new QWidget(this), .label = nullptr, .edit = nullptr};
    field.label = theme::caption(title, field.box);
    field.edit = new QPlainTextEdit(field.box);
    field.edit->setObjectName(QString::fromLatin1(name));
    field.edit->setAccessibleName(title);
    field.edit->setTabChangesFocus(true);
    field.edit->setFixedHeight(QFontMetrics(theme::bodyFont()).lineSpacing() * lines + 2 * theme::kGap);
    field.label->setBuddy(field.edit);
    field.box->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *column = new QVBoxLayout(field.box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::kGap / 2);
    column->addWidget(field.label);
    column->addWidget(field.edit);
    layout()->addWidget(field.box);
    connect(field.edit, &QPlainTextEdit::textChanged, this, &QuestionForm::check);
    return field;
}

void QuestionForm::setRun(const TriedRun &run)
{
    const QString before = m_task->currentData().toString();
    m_run = run;
    const QSignalBlocker quiet(m_task);
    m_task->clear();
    if (run.tasks.size() > 1) {
        m_task->addItem(tr("Find out"), QString());
    }
    for (const Task &task : run.tasks) {
        m_task->addItem(QString::fromStdString(task.name), QString::fromStdString(task.name));
    }
    m_task->setCurrentIndex(std::max(0, m_task->findData(before)));
    showFields();
}

std::vector<const Task *> QuestionForm::asksFor() const
{
    std::vector<const Task *> tasks;
    const std::string name = m_task->currentData().toString().toStdString();
    for (const Task &task : m_run.tasks) {
        if (name.empty() || task.name == name) {
            tasks.push_back(&task);
        }
    }
    return tasks;
}

bool QuestionForm::wants(const char *field) const
{
    const std::vector<const Task *> tasks = asksFor();
    return std::ranges::any_of(tasks, [field](const Task *task) {
        const TaskKind &kind = taskKind(task->kind);
        return holds(kind.requiredFields, field) || holds(kind.optionalFields, field);
    });
}

void QuestionForm::showFields()
{
    const bool findsOut = m_task->currentData().toString().isEmpty() && m_run.tasks.size() > 1;
    m_help->setText(findsOut ? tr("Give a picture, a text, or both: what is given and what it looks like decide which "
                                  "task answers.")
                             : QString());
    m_help->setVisible(findsOut);
    m_picture->setVisible(wants("image"));
    m_picture2->setVisible(wants("image2"));
    // A text and a question are the same to a run that finds the task out.
    const bool text = wants("text");
    m_question.box->setVisible(wants("question") && !(findsOut && text));
    m_text.box->setVisible(text);
    m_text.label->setText(findsOut && wants("question") ? tr("Text or question") : tr("Text"));
    m_text2.box->setVisible(wants("text2") && !findsOut);
    m_choices.box->setVisible(wants("choice"));
    check();
}

Question QuestionForm::question() const
{
    Question question{.run = m_run.uuid(), .task = m_task->currentData().toString(), .sample = {}};
    const auto textOf = [](const TextField &field) {
        return field.box->isHidden() ? std::string() : field.edit->toPlainText().trimmed().toStdString();
    };
    if (!m_picture->isHidden()) {
        question.sample.image = m_picture->picture();
    }
    if (!m_picture2->isHidden()) {
        question.sample.image2 = m_picture2->picture();
    }
    question.sample.text = textOf(m_text);
    question.sample.text2 = textOf(m_text2);
    question.sample.question = textOf(m_question);
    if (!m_choices.box->isHidden()) {
        for (const QString &line : m_choices.edit->toPlainText().split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
            if (!line.trimmed().isEmpty()) {
                question.sample.choices.push_back(line.trimmed().toStdString());
            }
        }
    }
    return question;
}

QString QuestionForm::missing() const
{
    const Sample sample = question().sample;
    if (m_task->currentData().toString().isEmpty() && m_run.tasks.size() > 1) {
        const bool anything =
            sample.image || !sample.text.empty() || !sample.question.empty() || !sample.choices.empty();
        return anything ? QString() : tr("Give a sample first.");
    }
    for (const Task *task : asksFor()) {
        const std::string field = missingField(taskKind(task->kind), sample);
        if (field == "image") {
            return tr("A picture is missing.");
        }
        if (field == "image2") {
            return tr("The second picture is missing.");
        }
        if (field == "choice" || (holds(taskKind(task->kind).requiredFields, "choice") && sample.choices.size() < 2)) {
            return tr("At least two options are needed.");
        }
        if (field == "question") {
            return tr("The question is missing.");
        }
        if (!field.empty()) {
            return tr("The text is missing.");
        }
    }
    return {};
}

void QuestionForm::check()
{
    const QString absent = missing();
    m_missing->setText(absent);
    m_missing->setVisible(!absent.isEmpty());
    m_ask->setEnabled(absent.isEmpty() && !m_run.empty());
    m_take->setEnabled(!m_run.tasks.empty());
}

void QuestionForm::setSample(const QString &task, const Sample &sample, const QString &pictures)
{
    Question question{.run = m_run.uuid(), .task = m_task->currentData().toString(), .sample = sample};
    const bool both = !sample.text.empty() && !sample.question.empty();
    if (question.task.isEmpty() && (both || !sample.text2.empty())) {
        question.task = task;
    }
    if (question.task.isEmpty() && m_question.box->isHidden() && sample.text.empty()) {
        question.sample.text = std::exchange(question.sample.question, {});  // one field for both
    }
    setQuestion(question, pictures);
}

void QuestionForm::setQuestion(const Question &question, const QString &pictures)
{
    m_task->setCurrentIndex(std::max(0, m_task->findData(question.task)));
    for (const auto &[slot, picture] :
         {std::pair{m_picture, &question.sample.image}, std::pair{m_picture2, &question.sample.image2}}) {
        if (*picture) {
            slot->setFile(QString::fromStdString((*picture)->path.string()), pictures);
        } else {
            slot->clear();
        }
    }
    m_text.edit->setPlainText(QString::fromStdString(question.sample.text));
    m_text2.edit->setPlainText(QString::fromStdString(question.sample.text2));
    m_question.edit->setPlainText(QString::fromStdString(question.sample.question));
    QStringList choices;
    for (const std::string &choice : question.sample.choices) {
        choices << QString::fromStdString(choice);
    }
    m_choices.edit->setPlainText(choices.join(QLatin1Char('\n')));
}

bool QuestionForm::setPictures(const QStringList &files)
{
    if (files.isEmpty() || m_picture->isHidden()) {
        return false;
    }
    const bool second = files.size() == 1 && m_picture->picture() && !m_picture2->isHidden() && !m_picture2->picture();
    (second ? m_picture2 : m_picture)->setFile(files.front());
    if (files.size() > 1 && !m_picture2->isHidden()) {
        m_picture2->setFile(files[1]);
    }
    return true;
}

}  // namespace atlas::widgets
