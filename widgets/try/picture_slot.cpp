#include "widgets/try/picture_slot.h"

#include "widgets/data/picture_view.h"
#include "widgets/frame/theme.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace atlas::widgets {

namespace {

constexpr int kLeastHeight = 120;

/// The first local file among what was dropped or copied; empty = there is none.
QString fileIn(const QMimeData *data)
{
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile()) {
            return url.toLocalFile();
        }
    }
    return {};
}

}  // namespace

PictureSlot::PictureSlot(const QString &name, QWidget *parent)
    : QFrame(parent), m_name(name), m_stack(new QStackedWidget(this)), m_view(new PictureView(this)),
      m_file(theme::caption({}, this)), m_clear(new QPushButton(tr("Remove"), this))
{
    setAcceptDrops(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(name);
    setToolTip(tr("Drop a picture here, choose one, or paste one (Ctrl+V)"));

    auto *empty = new QWidget(m_stack);
    QLabel *words = theme::bodyText(tr("Drop a picture here"), empty);
    words->setAlignment(Qt::AlignCenter);
    auto *choose = new QPushButton(tr("Choose…"), empty);
    choose->setObjectName(QStringLiteral("slotChoose"));
    choose->setAccessibleName(tr("Choose a picture: %1").arg(name));
    connect(choose, &QPushButton::clicked, this, &PictureSlot::choose);
    auto *paste = new QPushButton(tr("Paste"), empty);
    paste->setObjectName(QStringLiteral("slotPaste"));
    paste->setAccessibleName(tr("Paste a picture: %1").arg(name));
    paste->setToolTip(tr("Takes the picture that was copied (Ctrl+V)"));
    connect(paste, &QPushButton::clicked, this, [this] {
        if (!this->paste()) {
            Q_EMIT failed(tr("The clipboard holds no picture."), tr("Copy a picture, or the file of one, first."));
        }
    });
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::kGap);
    buttons->addStretch(1);
    buttons->addWidget(choose);
    buttons->addWidget(paste);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(empty);
    column->addStretch(1);
    column->addWidget(words);
    column->addLayout(buttons);
    column->addStretch(1);

    auto *filled = new QWidget(m_stack);
    theme::makeQuiet(m_clear);
    m_clear->setObjectName(QStringLiteral("slotClear"));
    m_clear->setAccessibleName(tr("Remove the picture: %1").arg(name));
    connect(m_clear, &QPushButton::clicked, this, &PictureSlot::clear);
    m_file->setWordWrap(false);
    m_file->setMinimumWidth(1);
    m_file->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_file, 1);
    foot->addWidget(m_clear);
    auto *shown = new QVBoxLayout(filled);
    shown->setContentsMargins(0, 0, 0, 0);
    shown->setSpacing(0);
    shown->addWidget(m_view, 1);
    shown->addLayout(foot);

    m_stack->addWidget(empty);
    m_stack->addWidget(filled);
    m_stack->setMinimumHeight(kLeastHeight);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGap, theme::kGap, theme::kGap, theme::kGap);
    layout->addWidget(m_stack);
    theme::makeCard(this);
}

void PictureSlot::setFile(const QString &file, const QString &title)
{
    // What tells pictures apart on screen; the engine makes the hash of the content when it needs it.
    m_picture = AssetRef{.sha256 = {}, .path = file.toStdString()};
    AssetRef shown = *m_picture;
    shown.sha256 = (file + QString::number(QFileInfo(file).lastModified().toMSecsSinceEpoch())).toStdString();
    m_view->show(shown);
    m_title = title.isEmpty() ? QFileInfo(file).fileName() : title;
    m_view->setAccessibleName(QStringLiteral("%1: %2").arg(m_name, m_title));
    m_file->setToolTip(title.isEmpty() ? file : title);
    m_stack->setCurrentIndex(1);
    showName();
    Q_EMIT changed();
}

bool PictureSlot::paste()
{
    const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
    if (copied == nullptr) {
        return false;
    }
    if (const QString file = fileIn(copied); !file.isEmpty()) {
        setFile(file);
        return true;
    }
    if (!copied->hasImage()) {
        return false;
    }
    const auto image = qvariant_cast<QImage>(copied->imageData());
    const QString file = m_pasted.filePath(QStringLiteral("pasted-%1.png").arg(++m_pastedCount));
    m_writing.start([this, image, file](const std::stop_token &) -> LatestWork::Answer {
        const bool written = image.save(file);
        return [this, file, written] {
            if (written) {
                setFile(file);
            } else {
                Q_EMIT failed(tr("The pasted picture could not be kept."), tr("Is the disk full?"));
            }
        };
    });
    return true;
}

void PictureSlot::showName()
{
    const int room = width() - m_clear->sizeHint().width() - 4 * theme::kGap;
    m_file->setText(m_file->fontMetrics().elidedText(m_title, Qt::ElideMiddle, room));
}

void PictureSlot::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    showName();
}

void PictureSlot::clear()
{
    m_writing.stop();
    m_picture.reset();
    m_title.clear();
    m_view->show(std::nullopt);
    m_stack->setCurrentIndex(0);
    Q_EMIT changed();
}

void PictureSlot::choose()
{
    const QString file = QFileDialog::getOpenFileName(
        this, m_name, {}, tr("Pictures (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff *.gif);;All files (*)"));
    if (!file.isEmpty()) {
        setFile(file);
    }
}

void PictureSlot::dragEnterEvent(QDragEnterEvent *event)
{
    if (!fileIn(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void PictureSlot::dropEvent(QDropEvent *event)
{
    if (const QString file = fileIn(event->mimeData()); !file.isEmpty()) {
        setFile(file);
        event->acceptProposedAction();
    }
}

void PictureSlot::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste) && paste()) {
        return;
    }
    if (event->matches(QKeySequence::Delete) && m_picture) {
        clear();
        return;
    }
    QFrame::keyPressEvent(event);
}

}  // namespace atlas::widgets
