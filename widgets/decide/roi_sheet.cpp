#include "widgets/decide/roi_sheet.h"

#include "widgets/charts/format.h"
#include "widgets/decide/decide_words.h"
#include "widgets/frame/theme.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <cmath>

namespace atlas::widgets {

namespace {

constexpr double kPercent = 100;

double typedFactor(RoiUnit unit)
{
    return unit == RoiUnit::Share ? kPercent : 1;
}

QString typed(double value)
{
    constexpr int kDigits = 12;
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(value, 'g', kDigits);
}

QString lackingWords(const RoiResult &result)
{
    if (result.lacking.empty()) {
        return RoiSheetView::tr("never: there is no gain to pay it back from");
    }
    QStringList names;
    for (const std::string &name : result.lacking) {
        names << roiTitle(name);
    }
    constexpr int kMost = 3;
    const int more = int(names.size()) - kMost;
    return more > 0 ? RoiSheetView::tr("not provided: %1 and %n more", nullptr, more)
                          .arg(names.mid(0, kMost).join(QStringLiteral(", ")))
                    : RoiSheetView::tr("not provided: %1").arg(names.join(QStringLiteral(", ")));
}

}  // namespace

QString roiSentence(const RoiSheet &sheet)
{
    const RoiResult net = roiResult(sheet, "net");
    const QString currency = QString::fromStdString(sheet.currency);
    if (!net.value) {
        return sheet.values.empty() ? RoiSheetView::tr("No figures were typed yet.") : lackingWords(net);
    }
    const QString gain = roiAmount(RoiUnit::Money, *net.value, currency);
    const QString months = format::number(sheet.values.at("months"));
    const RoiResult back = roiResult(sheet, "payback_months");
    return back.value ? RoiSheetView::tr("Net gain %1 over %2 months; paid back after %3 months.")
                            .arg(gain, months, format::number(*back.value))
                      : RoiSheetView::tr("Net gain %1 over %2 months; it is never paid back.").arg(gain, months);
}

RoiSheetView::RoiSheetView(const RoiSheet &sheet, std::optional<double> trainingHours, bool editable, QWidget *parent)
    : QWidget(parent), m_sheet(sheet)
{
    setObjectName(QStringLiteral("roiSheet"));
    m_problem = theme::caption({}, this);
    m_problem->setObjectName(QStringLiteral("roiProblem"));
    m_keep = new QPushButton(tr("Keep"), this);
    m_keep->setObjectName(QStringLiteral("roiKeep"));
    m_keep->setToolTip(tr("Keeps the figures with the sequence and writes the change into the audit trail"));
    m_keep->setVisible(editable);
    theme::makePrimary(m_keep);
    auto *halves = new QHBoxLayout;
    halves->setSpacing(theme::kGroupGap);
    halves->addWidget(theme::scrolled(makeFields(trainingHours, editable), this), 1);
    halves->addWidget(theme::scrolled(makeFigures(), this), 1);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_problem, 1);
    foot->addWidget(m_keep);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGroupGap, 0, theme::kGroupGap, theme::kMargin);
    layout->setSpacing(theme::kGap);
    layout->addWidget(theme::caption(tr("Nothing is assumed. A blank field is not provided; type 0 for what costs "
                                        "nothing."),
                                     this));
    layout->addLayout(halves, 1);
    layout->addLayout(foot);
    connect(m_keep, &QPushButton::clicked, this, [this] { Q_EMIT accepted(m_sheet); });
    read();
}

QWidget *RoiSheetView::makeFields(std::optional<double> trainingHours, bool editable)
{
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, theme::kGap, 0);
    grid->setHorizontalSpacing(theme::kGap);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(0, 1);
    m_currency = new QLineEdit(QString::fromStdString(m_sheet.currency), box);
    m_currency->setObjectName(QStringLiteral("roiCurrency"));
    m_currency->setAccessibleName(tr("Currency"));
    m_currency->setToolTip(tr("What money is counted in: EUR, JPY"));
    m_currency->setReadOnly(!editable);
    grid->addWidget(new QLabel(tr("Currency"), box), 0, 0);
    grid->addWidget(m_currency, 0, 1);
    connect(m_currency, &QLineEdit::textChanged, this, &RoiSheetView::read);
    for (const RoiAssumption &assumption : roiAssumptions()) {
        addField(grid, assumption, trainingHours, editable);
    }
    grid->setRowStretch(grid->rowCount(), 1);
    return box;
}

void RoiSheetView::addField(QGridLayout *grid, const RoiAssumption &assumption, std::optional<double> trainingHours,
                            bool editable)
{
    const int row = grid->rowCount();
    const QString title = roiTitle(assumption.name);
    const QString help = QCoreApplication::translate("Roi", assumption.help.c_str());
    auto *field = new QLineEdit(this);
    field->setObjectName(QStringLiteral("roi_") + QString::fromStdString(assumption.name));
    field->setToolTip(help);
    field->setPlaceholderText(tr("not provided"));
    field->setReadOnly(!editable);
    if (const auto found = m_sheet.values.find(assumption.name); found != m_sheet.values.end()) {
        field->setText(typed(found->second * typedFactor(assumption.unit)));
    }
    auto *name = new QLabel(title, this);
    name->setBuddy(field);
    name->setToolTip(help);
    QLabel *unit = theme::caption({}, this);
    unit->setWordWrap(false);
    grid->addWidget(name, row, 0);
    grid->addWidget(field, row, 1);
    grid->addWidget(unit, row, 2);
    m_fields[assumption.name] = field;
    m_units[assumption.name] = unit;
    connect(field, &QLineEdit::textChanged, this, &RoiSheetView::read);
    if (assumption.name == "training_hours" && trainingHours && editable) {
        const double hours = std::round(*trainingHours * kPercent) / kPercent;
        auto *take = new QPushButton(tr("Take the %1 h of this run").arg(format::number(*trainingHours, 2)), this);
        take->setObjectName(QStringLiteral("roiTakeHours"));
        take->setToolTip(tr("Fills in the measured training time of this run; trials before it are not counted"));
        theme::makeQuiet(take);
        grid->addWidget(take, row + 1, 0, 1, 3, Qt::AlignRight);
        connect(take, &QPushButton::clicked, field,
                [field, hours, trainingHours] { field->setText(typed(hours > 0 ? hours : *trainingHours)); });
    }
}

QWidget *RoiSheetView::makeFigures()
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, theme::kGap, 0);
    layout->setSpacing(2);
    for (const RoiFigure &figure : roiFigures()) {
        auto *row = new QHBoxLayout;
        auto *name = new QLabel(roiTitle(figure.name), box);
        name->setToolTip(QCoreApplication::translate("Roi", figure.help.c_str()));
        auto *value = new QLabel(box);
        value->setObjectName(QStringLiteral("roiValue_") + QString::fromStdString(figure.name));
        value->setFont(theme::groupFont());
        value->setTextFormat(Qt::PlainText);
        value->setAlignment(Qt::AlignRight);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        row->addWidget(name);
        row->addWidget(value, 1);
        layout->addLayout(row);
        QLabel *formula = theme::caption({}, box);
        formula->setObjectName(QStringLiteral("roiFormula_") + QString::fromStdString(figure.name));
        formula->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(formula);
        layout->addSpacing(theme::kGap);
        m_values[figure.name] = value;
        m_formulas[figure.name] = formula;
    }
    layout->addStretch(1);
    return box;
}

void RoiSheetView::read()
{
    m_sheet = {};
    m_sheet.currency = m_currency->text().trimmed().toStdString();
    QStringList wrong;
    for (const RoiAssumption &assumption : roiAssumptions()) {
        const QString text = m_fields.at(assumption.name)->text().trimmed();
        m_units.at(assumption.name)->setText(roiUnit(assumption.unit, m_currency->text().trimmed()));
        m_fields.at(assumption.name)
            ->setAccessibleName(tr("%1, in %2").arg(roiTitle(assumption.name), m_units.at(assumption.name)->text()));
        if (text.isEmpty()) {
            continue;
        }
        bool sound = false;
        const double value = QLocale().toDouble(text, &sound) / typedFactor(assumption.unit);
        if (!sound || value < 0 || (assumption.unit == RoiUnit::Share && value > 1)) {
            wrong << roiTitle(assumption.name);
            continue;
        }
        setAssumption(m_sheet, assumption.name, value);
    }
    m_problem->setText(wrong.isEmpty() ? QString()
                                       : tr("No figure that can be used: %1").arg(wrong.join(QStringLiteral(", "))));
    m_keep->setEnabled(wrong.isEmpty());
    showFigures();
}

void RoiSheetView::showFigures()
{
    const QString currency = QString::fromStdString(m_sheet.currency);
    const std::vector<RoiResult> results = computeRoi(m_sheet);
    std::map<std::string, QString> known;
    for (const auto &[name, value] : m_sheet.values) {
        known[name] = format::number(value, 6);
    }
    for (std::size_t i = 0; i < results.size(); ++i) {
        const RoiFigure &figure = roiFigures()[i];
        const auto words = [](const std::string &name) { return roiTitle(name).toStdString(); };
        const auto numbers = [&](const std::string &name) { return known.at(name).toStdString(); };
        QString formula = QString::fromStdString(figure.formula(words));
        if (results[i].value) {
            known[figure.name] = format::number(*results[i].value, 6);
            formula = tr("= %1\n= %2").arg(formula, QString::fromStdString(figure.formula(numbers)));
        } else {
            formula = tr("= %1\n%2").arg(formula, lackingWords(results[i]));
        }
        m_values.at(figure.name)
            ->setText(results[i].value ? roiAmount(figure.unit, *results[i].value, currency) : QStringLiteral("–"));
        m_formulas.at(figure.name)->setText(formula);
    }
}

}  // namespace atlas::widgets
