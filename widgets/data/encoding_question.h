#pragma once

#include <QFrame>

class QGridLayout;

namespace atlas::storage {
struct TableDescription;
}

namespace atlas::widgets {

/// Asks how the letters of a table are meant where two ways are about as likely: the same lines in both.
class EncodingQuestion final : public QFrame {
    Q_OBJECT

public:
    explicit EncodingQuestion(QWidget *parent = nullptr);

    /// Requires: table.otherEncoding is not empty.
    void ask(const storage::TableDescription &table);

Q_SIGNALS:
    void answered(const QString &encoding);

private:
    void addReading(int column, const std::string &encoding, const std::vector<std::string> &lines);

    QGridLayout *m_layout;
};

}  // namespace atlas::widgets
