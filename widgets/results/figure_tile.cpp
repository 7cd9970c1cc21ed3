#include "widgets/results/figure_tile.h"

#include "widgets/charts/format.h"
#include "widgets/frame/glossary.h"
#include "widgets/frame/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace atlas::widgets {

FigureTile::FigureTile(QWidget *parent)
    : QFrame(parent), m_layout(new QVBoxLayout(this)), m_name(theme::caption({}, this)), m_value(new QLabel(this)),
      m_detail(theme::caption({}, this)), m_rival(theme::caption({}, this))
{
    theme::makeCard(this);
    m_value->setFont(theme::pageFont());
    m_value->setTextFormat(Qt::PlainText);
    m_value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_layout->setContentsMargins(theme::kMargin, 10, theme::kMargin, 10);
    m_layout->setSpacing(2);
    for (QLabel *label : {m_name, m_value, m_detail, m_rival}) {
        m_layout->addWidget(label);
    }
    m_layout->addStretch();
}

void FigureTile::setFigure(const RunFigure &figure)
{
    m_figure = figure;
    setObjectName(figure.id);
    m_name->setText(figure.name);
    m_value->setText(figure.value);
    m_detail->setText(format::unbroken(figure.detail));
    m_rival->setText(figure.rival);
    showParts();
    setAccessibleName(figure.name);
    setAccessibleDescription(QStringList{figure.value, figure.detail, figure.rival}.join(QStringLiteral(". ")));
}

void FigureTile::setCompact(bool compact)
{
    if (compact != m_compact) {
        m_compact = compact;
        const int beside = compact ? theme::kGap : theme::kMargin;
        m_layout->setContentsMargins(beside, compact ? 4 : 10, beside, compact ? 4 : 10);
        showParts();
    }
}

void FigureTile::showParts()
{
    m_detail->setVisible(!m_compact);
    m_rival->setVisible(!m_compact && !m_figure.rival.isEmpty());
    QStringList words;
    if (m_compact) {
        words << m_figure.detail << m_figure.rival;
        words.removeAll(QString());
    }
    setToolTip(withTerm((words << m_figure.help).join(QLatin1Char('\n')), m_figure.id));
}

QString FigureTile::value() const
{
    return m_value->text();
}

}  // namespace atlas::widgets
