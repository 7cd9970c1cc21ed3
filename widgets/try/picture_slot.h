#pragma once

#include "core/sample.h"
#include "widgets/latest_work.h"

#include <QFrame>
#include <QTemporaryDir>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace atlas::widgets {

class PictureView;

/// A place for one picture: dropped, chosen or pasted. Shows it, and can be emptied.
class PictureSlot final : public QFrame {
    Q_OBJECT

public:
    explicit PictureSlot(const QString &name, QWidget *parent = nullptr);

    const std::optional<AssetRef> &picture() const { return m_picture; }
    /// `title`: what to call it; empty = by the file's name.
    void setFile(const QString &file, const QString &title = {});
    /// The picture, or the file of one, that the clipboard holds; false = it holds none.
    bool paste();
    void clear();

Q_SIGNALS:
    void changed();
    void failed(const QString &message, const QString &hint);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void choose();
    void showName();

    QString m_name;
    QTemporaryDir m_pasted;
    int m_pastedCount = 0;
    std::optional<AssetRef> m_picture;
    QString m_title;  ///< of the picture
    QStackedWidget *m_stack;
    PictureView *m_view;
    QLabel *m_file;
    QPushButton *m_clear;
    LatestWork m_writing;  // last: it writes into m_pasted
};

}  // namespace atlas::widgets
