#include "widgets/results/figure_tile.h"

#include "widgets/frame/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace atlas::widgets {

FigureTile::FigureTile(QWidget *parent)
    : QFrame(parent), m_name(theme::caption({}, this)), m_value(new QLabel(this)), m_detail(theme::caption({}, this)),
      m_rival(theme::caption({}, this))
{
    theme::makeCard(this);
    m_value->setFont(theme::pageFont());
    m_value->setTextFormat(Qt::PlainText);
    m_value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kMargin, 10, theme::kMargin, 10);
    layout->setSpacing(2);
    for (QLabel *label : {m_name, m_value, m_detail, m_rival}) {
        layout->addWidget(label);
    }
    layout->addStretch();
}

void FigureTile::setFigure(const RunFigure &figure)
{
    setObjectName(figure.id);
    m_name->setText(figure.name);
    m_value->setText(figure.value);
    m_detail->setText(figure.detail);
    m_rival->setText(figure.rival);
    m_rival->setVisible(!figure.rival.isEmpty());
    setToolTip(figure.help);
    setAccessibleName(figure.name);
    setAccessibleDescription(QStringList{figure.value, figure.detail, figure.rival}.join(QStringLiteral(". ")));
}

QString FigureTile::value() const
{
    return m_value->text();
}

}  // namespace atlas::widgets
