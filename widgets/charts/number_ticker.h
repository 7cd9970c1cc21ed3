#pragma once

#include <qcustomplot.h>

namespace atlas::widgets {

/// Ticks of an axis of numbers, written as all figures are; `leastStep` apart while two such steps are in view.
class NumberTicker : public QCPAxisTicker {
public:
    explicit NumberTicker(double leastStep = 0) : m_leastStep(leastStep) {}

protected:
    double getTickStep(const QCPRange &range) override;
    QString getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision) override;

private:
    double m_leastStep;
};

/// Ticks of a logarithmic axis, at most so many: 1, 2, 5, 10, ..., or of many powers of ten every second, third, ...
class LogTicker final : public NumberTicker {
public:
    explicit LogTicker(int most) : m_most(most) {}

protected:
    QVector<double> createTickVector(double step, const QCPRange &range) override;

private:
    int m_most;
};

}  // namespace atlas::widgets
