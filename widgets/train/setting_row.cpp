#include "widgets/train/setting_row.h"

#include "core/error.h"
#include "widgets/frame/theme.h"
#include "widgets/sentence_words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>

#include <span>

namespace atlas::widgets {

namespace {

constexpr int kEditorWidth = 128;  ///< holds "automatic" and its arrow

QString translated(const std::string &text)
{
    return text.empty() ? QString() : QCoreApplication::translate("Setting", text.c_str());
}

/// "0,5" in German is 0.5 for the engine; what is no number stays as it is, so that it can be refused in words.
std::string toPlainNumber(const QString &text)
{
    bool known = false;
    const QString trimmed = text.trimmed();
    const double value = QLocale().toDouble(trimmed, &known);
    if (!known || !trimmed.contains(QLocale().decimalPoint())) {
        return trimmed.toStdString();
    }
    return QString::number(value, 'g', QLocale::FloatingPointShortest).toStdString();
}

QString toLocalNumber(const std::string &text)
{
    return QString::fromStdString(text).replace(QLatin1Char('.'), QLocale().decimalPoint());
}

QString defaultOf(const SettingSpec &spec)
{
    return spec.type == SettingType::Choice ? translated(spec.defaultValue) : toLocalNumber(spec.defaultValue);
}

QString problemOf(const SettingSpec &spec, const std::string &value)
{
    try {
        Settings(std::span(&spec, 1), {{spec.key, value}});
    } catch (const Error &error) {
        return inWords(error.sentence());
    }
    return {};
}

}  // namespace

SettingRow::SettingRow(const SettingSpec &spec, QWidget *parent)
    : QWidget(parent), m_spec(spec), m_value(spec.defaultValue), m_title(new QLabel(this)),
      m_error(theme::caption({}, this)), m_reset(new QToolButton(this)), m_editor(makeEditor())
{
    setObjectName(QStringLiteral("setting.") + QString::fromStdString(spec.key));
    m_title->setBuddy(m_editor);
    m_title->setWordWrap(true);
    m_editor->setObjectName(QStringLiteral("editor"));
    m_editor->setAccessibleName(translated(spec.title));
    m_editor->setAccessibleDescription(translated(spec.help));
    m_editor->setFixedWidth(kEditorWidth);
    m_editor->setFocusPolicy(Qt::StrongFocus);
    m_editor->installEventFilter(this);
    m_error->setObjectName(QStringLiteral("error"));
    QPalette bad = m_error->palette();
    bad.setColor(QPalette::WindowText, theme::textColor(theme::Role::Bad));
    m_error->setPalette(bad);
    theme::makeIconButton(m_reset, QStringLiteral("edit-undo"), tr("Back to the default"));
    m_reset->setObjectName(QStringLiteral("reset"));
    connect(m_reset, &QToolButton::clicked, this, [this] { setValue(m_spec.defaultValue); });
    QString tip = translated(spec.help);
    tip += QLatin1Char('\n') + tr("Default: %1 %2").arg(defaultOf(spec), translated(spec.unit)).trimmed();
    setToolTip(tip);

    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(4);
    layout->setVerticalSpacing(0);
    layout->addWidget(m_title, 0, 0);
    layout->addWidget(m_reset, 0, 1);
    layout->addWidget(m_editor, 0, 2);
    layout->addWidget(m_error, 1, 0, 1, 3);
    layout->setColumnStretch(0, 1);
    QSizePolicy keep = m_reset->sizePolicy();
    keep.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(keep);
    mark();
}

QWidget *SettingRow::makeEditor()
{
    switch (m_spec.type) {
    case SettingType::Bool: {
        auto *box = new QCheckBox(this);
        box->setChecked(m_spec.defaultValue == "true");
        connect(box, &QCheckBox::toggled, this, [this](bool on) { take(on ? "true" : "false"); });
        return box;
    }
    case SettingType::Choice: {
        auto *box = new QComboBox(this);
        for (const std::string &choice : m_spec.choices) {
            box->addItem(translated(choice), QString::fromStdString(choice));
        }
        box->setCurrentIndex(box->findData(QString::fromStdString(m_spec.defaultValue)));
        connect(box, &QComboBox::currentIndexChanged, this,
                [this, box](int index) { take(box->itemData(index).toString().toStdString()); });
        return box;
    }
    case SettingType::Integer:
    case SettingType::Real: break;
    }
    auto *field = new QLineEdit(toLocalNumber(m_spec.defaultValue), this);
    field->setAlignment(Qt::AlignRight);
    connect(field, &QLineEdit::textChanged, this, [this](const QString &text) { take(toPlainNumber(text)); });
    return field;
}

void SettingRow::setValue(const std::string &value)
{
    if (auto *check = qobject_cast<QCheckBox *>(m_editor)) {
        check->setChecked(value == "true");
    } else if (auto *box = qobject_cast<QComboBox *>(m_editor)) {
        box->setCurrentIndex(box->findData(QString::fromStdString(value)));
    } else if (auto *field = qobject_cast<QLineEdit *>(m_editor)) {
        field->setText(toLocalNumber(value));
    }
}

void SettingRow::take(const std::string &value)
{
    m_value = value;
    m_problem = problemOf(m_spec, value);
    mark();
    Q_EMIT valueChanged();
}

bool SettingRow::changed() const
{
    return m_value != m_spec.defaultValue;
}

void SettingRow::mark()
{
    QString title = translated(m_spec.title);
    if (!m_spec.unit.empty()) {
        title += QStringLiteral(" (%1)").arg(translated(m_spec.unit));
    }
    // A mark beside the weight of the font: seen without reading, and read aloud.
    m_title->setText(changed() ? QStringLiteral("● ") + title : title);
    QFont font = theme::bodyFont();
    font.setBold(changed());
    m_title->setFont(font);
    m_title->setAccessibleName(changed() ? tr("%1, changed").arg(title) : title);
    m_reset->setVisible(changed());
    m_error->setText(m_problem);
    m_error->setVisible(!m_problem.isEmpty());
}

bool SettingRow::matches(const QString &words) const
{
    return translated(m_spec.title).contains(words, Qt::CaseInsensitive) ||
           translated(m_spec.help).contains(words, Qt::CaseInsensitive) ||
           QString::fromStdString(m_spec.key).contains(words, Qt::CaseInsensitive);
}

bool SettingRow::eventFilter(QObject *watched, QEvent *event)
{
    // Scrolling through the form must not change what the pointer passes over.
    if (watched == m_editor && event->type() == QEvent::Wheel && !m_editor->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace atlas::widgets
