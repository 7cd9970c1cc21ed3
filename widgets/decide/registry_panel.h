#pragma once

#include "storage/decide/model_registry.h"
#include "storage/decide/update_policy.h"

#include <QWidget>

class QVBoxLayout;

namespace atlas::widgets {

/// What the registry panel shows, read in one go.
struct RegistryFacts {
    std::vector<storage::ModelVersion> versions;  ///< newest first
    std::vector<storage::Alias> aliases;
    storage::UpdatePolicy policy;
    storage::PolicyStatus status;
    std::int64_t before = 0;  ///< where a roll back of production would go; 0 = nowhere
};

/// Right of the page: which version each name stands for, what waits for a second person, the versions there are, and
/// when the model is to be trained again.
class RegistryPanel final : public QWidget {
    Q_OBJECT

public:
    explicit RegistryPanel(QWidget *parent = nullptr);

    void setFacts(const RegistryFacts &facts, bool editable);

Q_SIGNALS:
    void runWanted(const QString &uuid);
    void approveWanted(const QString &alias);
    void rejectWanted(const QString &alias);
    void policyWanted();

private:
    void clear();
    void addAliases(const RegistryFacts &facts, bool editable);
    void addVersions(const RegistryFacts &facts);
    void addPolicy(const RegistryFacts &facts);

    QVBoxLayout *m_layout;
    QWidget *m_content = nullptr;
};

/// "v2 · atlas 12"
QString versionTitle(const storage::ModelVersion &version);

}  // namespace atlas::widgets
