#pragma once

#include "storage/records.h"

#include <QTreeWidget>

namespace atlas::widgets {

/// What an import found, grouped by kind: "17 pictures are damaged", and below each where and what to do.
class ProblemList final : public QTreeWidget {
    Q_OBJECT

public:
    explicit ProblemList(QWidget *parent = nullptr);
    void show(const std::vector<storage::Problem> &problems);

private:
    static constexpr int kMostPerGroup = 500;
};

}  // namespace atlas::widgets
