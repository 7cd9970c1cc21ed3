#include "widgets/frame/inspector.h"

#include "widgets/frame/theme.h"

#include <QAction>
#include <QClipboard>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTextLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <memory>

namespace atlas::widgets {

namespace {

/// The value of a fact. Words that are wider than the column are broken where it ends; a label alone would cut them.
/// Selecting is then left to the menu, which copies the whole.
class FactValue final : public QLabel {
public:
    FactValue(const QString &name, const QString &value, QWidget *parent) : QLabel(value, parent)
    {
        setTextFormat(Qt::PlainText);
        setWordWrap(true);
        setAlignment(Qt::AlignLeft | Qt::AlignTop);
        setTextInteractionFlags(Qt::TextSelectableByMouse);
        setAccessibleName(name + QStringLiteral(": ") + value);
        QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);  // a long word must not widen the list
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
        auto *copy = new QAction(theme::icon(QStringLiteral("edit-copy")), FactList::tr("Copy"), this);
        connect(copy, &QAction::triggered, this, [this] { QGuiApplication::clipboard()->setText(text()); });
        addAction(copy);
    }

    int heightForWidth(int width) const override
    {
        return fits(width)
                   ? QLabel::heightForWidth(width)
                   : int(std::ceil(laid(width, QTextOption::WrapAtWordBoundaryOrAnywhere)->boundingRect().height()));
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QLabel::resizeEvent(event);
        const bool whole = fits(width());
        setTextInteractionFlags(whole ? Qt::TextSelectableByMouse : Qt::NoTextInteraction);
        setContextMenuPolicy(whole ? Qt::DefaultContextMenu : Qt::ActionsContextMenu);
    }

    void paintEvent(QPaintEvent *event) override
    {
        if (fits(width())) {
            QLabel::paintEvent(event);
            return;
        }
        QPainter painter(this);
        painter.setPen(palette().color(QPalette::WindowText));
        laid(width(), QTextOption::WrapAtWordBoundaryOrAnywhere)->draw(&painter, {0, 0});
    }

private:
    bool fits(int width) const
    {
        const auto layout = laid(width, QTextOption::WordWrap);
        for (int i = 0; i < layout->lineCount(); ++i) {
            if (layout->lineAt(i).naturalTextWidth() > std::max(width, 1)) {
                return false;
            }
        }
        return true;
    }

    std::unique_ptr<QTextLayout> laid(int width, QTextOption::WrapMode mode) const
    {
        QString lines = text();
        auto layout = std::make_unique<QTextLayout>(lines.replace(QLatin1Char('\n'), QChar::LineSeparator), font());
        QTextOption option;
        option.setWrapMode(mode);
        layout->setTextOption(option);
        layout->beginLayout();
        double bottom = 0;
        for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
            line.setLineWidth(std::max(width, 1));
            line.setPosition({0, bottom});
            bottom += line.height();
        }
        layout->endLayout();
        return layout;
    }
};

}  // namespace

Inspector::Inspector(QWidget *parent) : QFrame(parent), m_stack(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("inspector"));
    setProperty("bar", true);
    setMinimumWidth(240);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
}

void Inspector::add(QWidget *inspector)
{
    auto *scroll = theme::scrolled(inspector, m_stack);
    scroll->setAccessibleName(tr("Details"));
    m_stack->addWidget(scroll);
}

void Inspector::setCurrent(QWidget *inspector)
{
    for (int i = 0; i < m_stack->count(); ++i) {
        if (qobject_cast<QScrollArea *>(m_stack->widget(i))->widget() == inspector) {
            m_stack->setCurrentIndex(i);
            return;
        }
    }
}

FactList::FactList(QWidget *parent) : QWidget(parent), m_layout(new QFormLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(theme::kMargin);
    m_layout->setVerticalSpacing(6);
    m_layout->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_layout->setFormAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
}

void FactList::clear()
{
    while (m_layout->rowCount() > 0) {
        m_layout->removeRow(0);
    }
}

QLabel *FactList::addName(const QString &name)
{
    QLabel *key = theme::caption(name, this);
    key->setWordWrap(false);
    key->setMinimumWidth(m_nameWidth);
    key->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    return key;
}

QLabel *FactList::add(const QString &name, const QString &value, bool monospace, const QString &help)
{
    QLabel *key = addName(name);
    auto *text = new FactValue(name, value, this);
    text->setFont(monospace ? theme::monospaceFont() : theme::captionFont());
    if (!help.isEmpty()) {
        const QString tip = QStringLiteral("<p>%1</p>").arg(help.toHtmlEscaped());  // only rich text is wrapped
        key->setToolTip(tip);
        text->setToolTip(tip);
    }
    m_layout->addRow(key, text);
    return text;
}

void FactList::addId(const QString &name, const QString &id)
{
    constexpr int kShown = 8;
    constexpr int kButton = 20;  // pixels: the line stays as high as the others
    QLabel *key = addName(name);
    auto *row = new QWidget(this);
    auto *text = new FactValue(name, id.left(kShown), row);
    text->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    text->setFont(theme::monospaceFont());
    text->setAccessibleName(name + QStringLiteral(": ") + id);
    auto *copy = new QToolButton(row);
    theme::makeIconButton(copy, QStringLiteral("edit-copy"), tr("Copy it whole: %1").arg(id));
    copy->setFixedSize(kButton, kButton);
    copy->setStyleSheet(QStringLiteral("QToolButton { padding: 1px; }"));
    connect(copy, &QToolButton::clicked, copy, [id] { QGuiApplication::clipboard()->setText(id); });
    for (QWidget *widget : {static_cast<QWidget *>(key), static_cast<QWidget *>(text)}) {
        widget->setToolTip(id);
    }
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(text);
    layout->addWidget(copy);
    layout->addStretch();
    m_layout->addRow(key, row);
}

}  // namespace atlas::widgets
