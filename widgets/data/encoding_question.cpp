#include "widgets/data/encoding_question.h"

#include "storage/import/table_description.h"
#include "storage/import/text_encoding.h"
#include "widgets/frame/theme.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>
#include <QRadioButton>

namespace atlas::widgets {

EncodingQuestion::EncodingQuestion(QWidget *parent) : QFrame(parent), m_layout(new QGridLayout(this))
{
    setObjectName(QStringLiteral("encodingQuestion"));
    setAccessibleName(tr("How the letters are meant"));
    setAutoFillBackground(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_layout->setContentsMargins(theme::kMargin, theme::kGap, theme::kMargin, theme::kGap);
    m_layout->setHorizontalSpacing(theme::kGap);
    m_layout->setVerticalSpacing(4);
    m_layout->setColumnStretch(1, 1);
    m_layout->setColumnStretch(2, 1);
}

void EncodingQuestion::ask(const storage::TableDescription &table)
{
    qDeleteAll(findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    QPalette colours = palette();
    colours.setColor(QPalette::Window, theme::tint(theme::Role::Caution));
    setPalette(colours);
    auto *icon = new QLabel(this);
    icon->setPixmap(theme::icon(QStringLiteral("data-warning"), theme::textColor(theme::Role::Caution))
                        .pixmap(QSize(theme::kIconSize, theme::kIconSize), devicePixelRatioF()));
    m_layout->addWidget(icon, 0, 0);
    auto *words = theme::bodyText(tr("These letters may be read in two ways. Which one is right?"), this);
    words->setWordWrap(false);
    m_layout->addWidget(words, 0, 1, 1, 2);
    addReading(1, table.encoding, table.lines);
    addReading(2, table.otherEncoding, table.otherLines);
    auto *neither = theme::caption(tr("If neither is, choose another under \"How the table is read\"."), this);
    neither->setWordWrap(false);
    m_layout->addWidget(neither, 3, 1, 1, 2);
    for (QWidget *child : findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
        child->show();
    }
}

void EncodingQuestion::addReading(int column, const std::string &encoding, const std::vector<std::string> &lines)
{
    const QString name = QString::fromStdString(encoding);
    auto *radio =
        new QRadioButton(QCoreApplication::translate("Sentence", storage::encodingTitle(encoding).c_str()), this);
    radio->setObjectName(QStringLiteral("reading_") + name);
    radio->setAutoExclusive(true);
    QStringList shown;
    for (const std::string &line : lines) {
        shown << QString::fromStdString(line);
    }
    radio->setToolTip(tr("Read the letters so"));
    radio->setAccessibleDescription(shown.join(QLatin1Char('\n')));
    auto *sample = theme::bodyText(shown.join(QLatin1Char('\n')), this);
    sample->setObjectName(QStringLiteral("lines_") + name);
    sample->setWordWrap(false);
    sample->setMinimumWidth(1);  // cut rather than widen the sheet
    sample->setIndent(theme::kGroupGap);
    m_layout->addWidget(radio, 1, column);
    m_layout->addWidget(sample, 2, column, Qt::AlignTop);
    connect(radio, &QRadioButton::clicked, this, [this, name] { Q_EMIT answered(name); });
}

}  // namespace atlas::widgets
