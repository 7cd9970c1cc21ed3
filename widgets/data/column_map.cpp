#include "widgets/data/column_map.h"

#include "storage/import/field_names.h"
#include "storage/import/text_encoding.h"
#include "widgets/frame/theme.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace atlas::widgets {

namespace {

enum Column { Name, Field, Examples };

const QString kChoice = QStringLiteral("choice");  // choice0, choice1, ... by the order of columns

struct FieldTitle {
    QString field;
    QString title;
};

QList<FieldTitle> fieldTitles()
{
    return {{QLatin1String(storage::kUnusedField), ColumnMap::tr("not used")},
            {QStringLiteral("label"), ColumnMap::tr("label")},
            {QStringLiteral("text"), ColumnMap::tr("text")},
            {QStringLiteral("text2"), ColumnMap::tr("second text")},
            {QStringLiteral("image"), ColumnMap::tr("picture")},
            {QStringLiteral("image2"), ColumnMap::tr("second picture")},
            {QStringLiteral("images"), ColumnMap::tr("two pictures, as a list")},
            {QStringLiteral("question"), ColumnMap::tr("question or statement")},
            {kChoice, ColumnMap::tr("one of the options")},
            {QStringLiteral("choices"), ColumnMap::tr("all options, as a list")},
            {QStringLiteral("split"), ColumnMap::tr("part (training, test)")},
            {QStringLiteral("group"), ColumnMap::tr("group that stays together")},
            {QStringLiteral("id"), ColumnMap::tr("id")},
            {QStringLiteral("note"), ColumnMap::tr("note")},
            {QStringLiteral("review"), ColumnMap::tr("state of review")}};
}

struct DelimiterTitle {
    char delimiter;
    QString title;
};

QList<DelimiterTitle> delimiterTitles()
{
    return {{',', ColumnMap::tr("commas")},
            {';', ColumnMap::tr("semicolons")},
            {'\t', ColumnMap::tr("tabs")},
            {'|', ColumnMap::tr("bars")}};
}

QString titleOf(const std::string &encoding)
{
    return QCoreApplication::translate("Sentence", storage::encodingTitle(encoding).c_str());
}

QString titleOf(char delimiter)
{
    for (const DelimiterTitle &known : delimiterTitles()) {
        if (known.delimiter == delimiter) {
            return known.title;
        }
    }
    return QString(QLatin1Char(delimiter));
}

}  // namespace

ColumnMap::ColumnMap(QWidget *parent)
    : QWidget(parent), m_encoding(new QComboBox(this)), m_delimiter(new QComboBox(this)), m_header(new QComboBox(this)),
      m_columns(new QTableWidget(0, 3, this))
{
    setObjectName(QStringLiteral("columnMap"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kGap);
    auto *box = new QWidget(this);
    makeTextRow(box);
    layout->addWidget(box);
    m_columns->setObjectName(QStringLiteral("columnTable"));
    m_columns->setAccessibleName(tr("Columns"));
    m_columns->setHorizontalHeaderLabels({tr("Column"), tr("is"), tr("for example")});
    m_columns->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_columns->setSelectionMode(QAbstractItemView::NoSelection);
    m_columns->setFocusPolicy(Qt::NoFocus);  // Tab goes from chooser to chooser
    m_columns->setShowGrid(false);
    m_columns->setWordWrap(false);
    m_columns->verticalHeader()->hide();
    m_columns->verticalHeader()->setDefaultSectionSize(theme::kControlHeight + 4);
    m_columns->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_columns->horizontalHeader()->setHighlightSections(false);
    m_columns->horizontalHeader()->setStretchLastSection(true);
    m_columns->setMinimumHeight(150);
    m_columns->setColumnWidth(Name, 136);
    m_columns->setColumnWidth(Field, 184);
    layout->addWidget(m_columns, 1);
    for (QComboBox *chooser : {m_encoding, m_delimiter, m_header}) {
        connect(chooser, &QComboBox::activated, this, [this] {
            m_mapped = false;
            Q_EMIT tableChanged();
        });
    }
}

void ColumnMap::makeTextRow(QWidget *box)
{
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme::kMargin);
    grid->setVerticalSpacing(4);
    int column = 0;
    const auto add = [&](const QString &title, const QString &help, QComboBox *field, const QString &name) {
        auto *label = theme::caption(title, box);
        label->setWordWrap(false);
        label->setBuddy(field);
        field->setObjectName(name);
        field->setAccessibleName(title);
        field->setToolTip(help);
        field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        field->setMinimumContentsLength(7);
        grid->addWidget(label, 0, column);
        grid->addWidget(field, 1, column);
        grid->setColumnStretch(column, column == 0 ? 4 : 3);  // names of encodings are long
        ++column;
        return label;
    };
    add(tr("Letters"), tr("How the file writes letters beyond A to Z. If they look wrong, choose another way."),
        m_encoding, QStringLiteral("tableEncoding"));
    m_delimiterName = add(tr("Between the fields"), tr("What stands between two fields of a line"), m_delimiter,
                          QStringLiteral("tableDelimiter"));
    m_headerName = add(tr("First line"), tr("Whether the first line names the columns or is data already"), m_header,
                       QStringLiteral("tableHeader"));
    m_encoding->addItem(tr("Found out"), QString());
    for (const storage::TextEncoding &encoding : storage::textEncodings()) {
        m_encoding->addItem(titleOf(encoding.name), QString::fromLatin1(encoding.name));
    }
    m_delimiter->addItem(tr("Found out"), 0);
    for (const DelimiterTitle &known : delimiterTitles()) {
        m_delimiter->addItem(known.title, int(known.delimiter));
    }
    m_header->addItem(tr("Found out"), QVariant());
    m_header->addItem(tr("names of the columns"), true);
    m_header->addItem(tr("data"), false);
}

void ColumnMap::reset()
{
    m_mapped = false;
    for (QComboBox *chooser : {m_encoding, m_delimiter, m_header}) {
        chooser->setCurrentIndex(0);
    }
}

void ColumnMap::chooseEncoding(const QString &name)
{
    int index = m_encoding->findData(name);
    if (index < 0) {  // one that only the detector knows
        m_encoding->addItem(titleOf(name.toStdString()), name);
        index = m_encoding->count() - 1;
    }
    m_encoding->setCurrentIndex(index);
    m_mapped = false;
    Q_EMIT tableChanged();
}

QString ColumnMap::encodingWords() const
{
    const QString title = titleOf(m_table.encoding);
    return m_encoding->currentIndex() == 0 ? tr("%1, found out").arg(title) : tr("%1, as you chose").arg(title);
}

void ColumnMap::show(const storage::TableDescription &table)
{
    const auto names = [](const storage::TableDescription &of) {
        std::vector<std::string> list;
        std::ranges::transform(of.columns, std::back_inserter(list), &storage::TableColumn::name);
        return list;
    };
    const bool same = m_mapped && names(table) == names(m_table);
    const std::vector<storage::TableColumn> chosen = m_table.columns;
    m_table = table;
    m_mapped = same;
    for (std::size_t i = 0; same && i < chosen.size(); ++i) {
        m_table.columns[i].field = chosen[i].field;
    }
    m_encoding->setItemText(0, tr("%1, found out").arg(titleOf(table.encoding)));
    m_delimiter->setItemText(0, tr("%1, found out").arg(titleOf(table.delimiter)));
    m_header->setItemText(0, table.header ? tr("names, found out") : tr("data, found out"));
    if (m_encoding->currentIndex() != 0) {
        m_encoding->setItemText(0, tr("Found out"));  // what was described is not that
    }
    const bool lines = table.delimiter != 0;
    for (QWidget *widget : {static_cast<QWidget *>(m_delimiter), static_cast<QWidget *>(m_header),
                            static_cast<QWidget *>(m_delimiterName), static_cast<QWidget *>(m_headerName)}) {
        widget->setVisible(lines);
    }
    showColumns();
}

void ColumnMap::showColumns()
{
    const auto cell = [](const QString &text) {
        auto *item = new QTableWidgetItem(text);
        item->setToolTip(text.toHtmlEscaped());
        return item;
    };
    m_columns->setRowCount(int(m_table.columns.size()));
    for (int row = 0; row < m_columns->rowCount(); ++row) {
        const storage::TableColumn &column = m_table.columns[std::size_t(row)];
        QStringList examples;
        for (const std::string &example : column.examples) {
            examples << QString::fromStdString(example);
        }
        m_columns->setItem(row, Name, cell(QString::fromStdString(column.name)));
        m_columns->setItem(row, Examples, cell(examples.join(QStringLiteral("   "))));
        m_columns->setCellWidget(row, Field, fieldChooser(row));
    }
}

QComboBox *ColumnMap::fieldChooser(int column)
{
    const storage::TableColumn &known = m_table.columns[std::size_t(column)];
    auto *chooser = new QComboBox(m_columns);
    const QString name = QString::fromStdString(known.name);
    chooser->setObjectName(QStringLiteral("field_") + name);
    chooser->setAccessibleName(tr("What the column %1 is").arg(name));
    chooser->setToolTip(chooser->accessibleName());
    chooser->setFocusPolicy(Qt::StrongFocus);  // the wheel scrolls the table
    for (const FieldTitle &field : fieldTitles()) {
        chooser->addItem(field.title, field.field);
    }
    const QString field = QString::fromStdString(known.field);
    const bool option = field.startsWith(kChoice) && field != QLatin1String("choices");
    chooser->setCurrentIndex(std::max(0, chooser->findData(option ? kChoice : field)));
    connect(chooser, &QComboBox::activated, this,
            [this, chooser, column] { choose(column, chooser->currentData().toString()); });
    return chooser;
}

void ColumnMap::choose(int column, const QString &field)
{
    const bool single = field != kChoice && field != QLatin1String(storage::kUnusedField);
    for (std::size_t i = 0; i < m_table.columns.size(); ++i) {
        const bool isIt = i == std::size_t(column);
        if (!isIt && (!single || m_table.columns[i].field != field.toStdString())) {
            continue;
        }
        // A field has one column: the one that had it before is free again.
        m_table.columns[i].field = isIt ? field.toStdString() : storage::kUnusedField;
        auto *chooser = static_cast<QComboBox *>(m_columns->cellWidget(int(i), Field));
        chooser->setCurrentIndex(chooser->findData(QString::fromStdString(m_table.columns[i].field)));
    }
    m_mapped = true;
    Q_EMIT mapChanged();
}

void ColumnMap::complete(storage::ImportRequest &request) const
{
    request.encoding = m_encoding->currentData().toString().toStdString();
    request.delimiter = char(m_delimiter->currentData().toInt());
    if (const QVariant header = m_header->currentData(); header.isValid()) {
        request.header = header.toBool();
    }
    int choices = 0;
    for (std::size_t i = 0; m_mapped && i < m_table.columns.size(); ++i) {
        const storage::TableColumn &column = m_table.columns[i];
        const bool option = column.field.starts_with("choice") && column.field != "choices";
        request.map.emplace_back(option ? "choice" + std::to_string(choices++) : column.field, column.name);
    }
}

}  // namespace atlas::widgets
