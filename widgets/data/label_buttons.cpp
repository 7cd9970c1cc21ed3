#include "widgets/data/label_buttons.h"

#include "widgets/data/class_colours.h"
#include "widgets/data/key_button.h"
#include "widgets/data/label_keys.h"
#include "widgets/data/sample_columns.h"
#include "widgets/data/sample_model.h"
#include "widgets/frame/theme.h"

#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace atlas::widgets {

LabelButtons::LabelButtons(const ClassColours *colours, QWidget *parent)
    : QWidget(parent), m_colours(colours), m_layout(new QVBoxLayout(this)), m_foot(new QWidget(this)),
      m_new(new QLineEdit(m_foot))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(2);
    m_layout->addWidget(m_foot);
    auto *foot = new QHBoxLayout(m_foot);
    foot->setContentsMargins(0, 0, 0, 0);
    foot->setSpacing(2);
    foot->addWidget(m_new, 1);
    auto *manage = new QToolButton(m_foot);
    theme::makeIconButton(manage, QStringLiteral("document-edit"), tr("Classes: rename, merge, delete, choose keys"));
    manage->setObjectName(QStringLiteral("manageClasses"));
    foot->addWidget(manage);
    connect(manage, &QToolButton::clicked, this, &LabelButtons::manageWanted);
    m_new->setObjectName(QStringLiteral("newClass"));
    m_new->setAccessibleName(tr("New class, or the name of one that has no key"));
    connect(m_new, &QLineEdit::returnPressed, this, [this] {
        const QString name = m_new->text().trimmed();
        m_new->clear();
        if (name.isEmpty()) {
            return;
        }
        const std::string wanted = name.toStdString();
        if (std::find(m_known.begin(), m_known.end(), wanted) != m_known.end()) {
            Q_EMIT chosen(wanted);
        } else {
            Q_EMIT newClassWanted(name);
        }
    });
}

void LabelButtons::setClasses(const std::string &kind, const std::vector<storage::LabelClass> &classes, bool fixed)
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    m_names.clear();
    m_known.clear();
    QStringList all;
    const QStringList keys = labelKeys(classes);
    for (const storage::LabelClass &one : classes) {
        const int index = int(m_known.size());
        m_known.push_back(one.name);
        all << QString::fromStdString(one.name);
        if (index >= kMost) {
            continue;
        }
        const QString title = labelTitle(taskKind(kind), one.name);
        auto *button = new KeyButton(title, keys[index], tr("Give the label %1").arg(title), this);
        button->setColour(m_colours->of(one.name));
        button->setCount(one.count);
        button->acceptDropsOf(SampleModel::kMimeType);
        button->setObjectName(QStringLiteral("label.") + QString::fromStdString(one.name));
        m_layout->insertWidget(index, button);
        m_buttons << button;
        m_names.push_back(one.name);
        connect(button, &QAbstractButton::clicked, this, [this, name = one.name] { Q_EMIT chosen(name); });
        connect(button, &KeyButton::dropped, this, [this, name = one.name] { Q_EMIT chosen(name); });
        button->show();
    }
    auto *completer = new QCompleter(all, m_new);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    delete m_new->completer();
    m_new->setCompleter(completer);
    m_new->setPlaceholderText(int(classes.size()) > kMost ? tr("Find or add a class") : tr("Add a class"));
    m_foot->setVisible(!fixed);
}

void LabelButtons::setCurrent(const Sample *sample)
{
    for (int i = 0; i < m_buttons.size(); ++i) {
        const std::string &name = m_names[std::size_t(i)];
        const bool carried = sample && std::any_of(sample->labels.begin(), sample->labels.end(),
                                                   [&name](const Label &label) { return label.name == name; });
        m_buttons[i]->setChecked(carried);
    }
}

void LabelButtons::setWritable(bool writable)
{
    for (KeyButton *button : std::as_const(m_buttons)) {
        button->setEnabled(writable);
    }
    m_new->setEnabled(writable);
}

}  // namespace atlas::widgets
