#include "widgets/data/label_buttons.h"

#include "widgets/charts/format.h"
#include "widgets/data/class_colours.h"
#include "widgets/data/label_keys.h"
#include "widgets/data/sample_columns.h"
#include "widgets/frame/theme.h"

#include <QAbstractButton>
#include <QCompleter>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace atlas::widgets {

namespace {

constexpr int kHeight = 34;

/// [key] dot name ............ count
class ClassButton final : public QAbstractButton {
public:
    ClassButton(const QString &title, const QString &key, const QColor &colour, qint64 count, QWidget *parent)
        : QAbstractButton(parent), m_key(key), m_colour(colour), m_count(count)
    {
        setText(title);
        setCheckable(true);
        setFixedHeight(kHeight);
        setFocusPolicy(Qt::TabFocus);
        setCursor(Qt::PointingHandCursor);
        setAccessibleName(LabelButtons::tr("Label: %1").arg(title));
        const QString words = LabelButtons::tr("Give the label %1").arg(title).toHtmlEscaped();
        setToolTip(key.isEmpty() ? words : QStringLiteral("%1 (%2)").arg(words, key));
    }

protected:
    void nextCheckState() override {}  // the database decides what is checked

    void enterEvent(QEnterEvent *) override { update(); }
    void leaveEvent(QEvent *) override { update(); }

    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF frame = QRectF(rect()).adjusted(0.5, 1.5, -0.5, -1.5);
        painter.setBrush(isChecked() ? theme::tint(theme::Role::Accent) : theme::surface());
        const bool lit = hasFocus() || (underMouse() && isEnabled()) || isChecked();
        painter.setPen(QPen(lit ? theme::color(theme::Role::Accent) : theme::border(), 1));
        painter.drawRoundedRect(frame, theme::kRadius, theme::kRadius);
        if (!m_key.isEmpty()) {
            const QRectF cap(8, (height() - 20) / 2.0, 20, 20);
            painter.setBrush(theme::background());
            painter.setPen(QPen(theme::border(), 1));
            painter.drawRoundedRect(cap, 4, 4);
            painter.setPen(isEnabled() ? theme::text() : theme::secondaryText());
            painter.setFont(theme::captionFont());
            painter.drawText(cap, Qt::AlignCenter, m_key);
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_colour);
        painter.drawEllipse(QPointF(42, height() / 2.0), 4, 4);
        painter.setFont(theme::captionFont());
        painter.setPen(theme::secondaryText());
        const QString count = format::count(m_count);
        const QRect inner = rect().adjusted(54, 0, -10, 0);
        const int wide = painter.fontMetrics().horizontalAdvance(count);
        painter.drawText(inner, Qt::AlignRight | Qt::AlignVCenter, count);
        painter.setFont(theme::bodyFont());
        painter.setPen(isEnabled() ? theme::text() : theme::secondaryText());
        const QRect words = inner.adjusted(0, 0, -wide - 8, 0);
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    }

private:
    QString m_key;
    QColor m_colour;
    qint64 m_count;
};

}  // namespace

LabelButtons::LabelButtons(const ClassColours *colours, QWidget *parent)
    : QWidget(parent), m_colours(colours), m_layout(new QVBoxLayout(this)), m_new(new QLineEdit(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(2);
    m_layout->addWidget(m_new);
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
    for (const storage::LabelClass &one : classes) {
        const int index = int(m_known.size());
        m_known.push_back(one.name);
        all << QString::fromStdString(one.name);
        if (index >= kMost) {
            continue;
        }
        auto *button = new ClassButton(labelTitle(taskKind(kind), one.name), labelKey(index), m_colours->of(one.name),
                                       one.count, this);
        button->setObjectName(QStringLiteral("label.") + QString::fromStdString(one.name));
        m_layout->insertWidget(index, button);
        m_buttons << button;
        m_names.push_back(one.name);
        connect(button, &QAbstractButton::clicked, this, [this, name = one.name] { Q_EMIT chosen(name); });
        button->show();
    }
    auto *completer = new QCompleter(all, m_new);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    delete m_new->completer();
    m_new->setCompleter(completer);
    m_new->setPlaceholderText(int(classes.size()) > kMost ? tr("Find or add a class") : tr("Add a class"));
    m_new->setVisible(!fixed);
}

void LabelButtons::setCurrent(const Sample *sample)
{
    for (int i = 0; i < m_buttons.size(); ++i) {
        const std::string &name = m_names[std::size_t(i)];
        const bool carried = sample && std::any_of(sample->labels.begin(), sample->labels.end(),
                                                   [&name](const Label &label) { return label.name == name; });
        qobject_cast<QAbstractButton *>(m_buttons[i])->setChecked(carried);
    }
}

void LabelButtons::setWritable(bool writable)
{
    for (QWidget *button : std::as_const(m_buttons)) {
        button->setEnabled(writable);
    }
    m_new->setEnabled(writable);
}

}  // namespace atlas::widgets
