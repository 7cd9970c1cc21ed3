#include "widgets/frame/inspector.h"

#include "widgets/frame/theme.h"

#include <QFormLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace atlas::widgets {

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

QLabel *FactList::add(const QString &name, const QString &value, bool monospace, const QString &help)
{
    QLabel *key = theme::caption(name, this);
    key->setWordWrap(false);
    key->setMinimumWidth(m_nameWidth);
    key->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    QLabel *text = theme::bodyText(value, this);
    text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setFont(monospace ? theme::monospaceFont() : theme::captionFont());
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);  // a long word must not widen the list
    policy.setHeightForWidth(true);
    text->setSizePolicy(policy);
    text->setAccessibleName(name + QStringLiteral(": ") + value);
    if (!help.isEmpty()) {
        const QString tip = QStringLiteral("<p>%1</p>").arg(help.toHtmlEscaped());  // only rich text is wrapped
        key->setToolTip(tip);
        text->setToolTip(tip);
    }
    m_layout->addRow(key, text);
    return text;
}

}  // namespace atlas::widgets
