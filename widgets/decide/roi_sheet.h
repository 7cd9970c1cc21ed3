#pragma once

#include "core/roi.h"

#include <QWidget>

#include <map>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace atlas::widgets {

/// The return of a model from figures that a person types. Nothing is filled in: what is blank is not provided, and
/// what needs it is not computed. Every figure stands with its formula.
class RoiSheetView final : public QWidget {
    Q_OBJECT

public:
    /// `trainingHours`: what the run took; offered, never taken by itself.
    RoiSheetView(const RoiSheet &sheet, std::optional<double> trainingHours, bool editable, QWidget *parent = nullptr);

    const RoiSheet &sheet() const { return m_sheet; }

Q_SIGNALS:
    void accepted(const RoiSheet &sheet);

private:
    QWidget *makeFields(std::optional<double> trainingHours, bool editable);
    QWidget *makeFigures();
    void addField(QGridLayout *grid, const RoiAssumption &assumption, std::optional<double> trainingHours,
                  bool editable);
    void read();
    void showFigures();

    RoiSheet m_sheet;
    QLineEdit *m_currency = nullptr;
    std::map<std::string, QLineEdit *> m_fields;
    std::map<std::string, QLabel *> m_units;
    std::map<std::string, QLabel *> m_values;  ///< of figures
    std::map<std::string, QLabel *> m_formulas;
    QLabel *m_problem = nullptr;
    QPushButton *m_keep = nullptr;
};

/// "Net gain 65,576 EUR over 12 months; paid back after 0.3 months", or what is missing.
QString roiSentence(const RoiSheet &sheet);

}  // namespace atlas::widgets
