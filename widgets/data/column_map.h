#pragma once

#include "storage/import/table_description.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QTableWidget;

namespace atlas::widgets {

/// How a table is read, and the means to say otherwise: its encoding, what stands between fields, whether the first
/// line names the columns, and what each column is.
class ColumnMap final : public QWidget {
    Q_OBJECT

public:
    explicit ColumnMap(QWidget *parent = nullptr);

    /// As it was found out; what the person chose before stays, but for columns that are others now.
    void show(const storage::TableDescription &table);
    void chooseEncoding(const QString &name);  ///< emits tableChanged()
    void reset();                              ///< of another source or format: nothing is chosen

    /// What the person chose, put into a request; what was found out is left to the importer.
    void complete(storage::ImportRequest &request) const;

    QString encodingWords() const;  ///< "Japanese (CP932), found out"

Q_SIGNALS:
    void tableChanged();  ///< the columns may be others
    void mapChanged();

private:
    void makeTextRow(QWidget *box);
    void showColumns();
    QComboBox *fieldChooser(int column);
    void choose(int column, const QString &field);

    QComboBox *m_encoding;
    QComboBox *m_delimiter;
    QComboBox *m_header;
    QLabel *m_delimiterName;
    QLabel *m_headerName;
    QTableWidget *m_columns;
    storage::TableDescription m_table;
    bool m_mapped = false;  ///< the fields of m_table's columns are the person's
};

}  // namespace atlas::widgets
