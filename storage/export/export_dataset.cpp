#include "core/comma_list.h"
#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/connection.h"
#include "storage/dataset_store.h"
#include "storage/export/export_folder.h"
#include "storage/exporter.h"
#include "storage/project.h"
#include "storage/sample_store.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace atlas::storage {
namespace fs = std::filesystem;
namespace {

const Exporter &exporterNamed(const std::string &name)
{
    const auto found = std::ranges::find(exporters(), name, &Exporter::name);
    if (found == exporters().end()) {
        throw Error(ErrorCode::Usage,
                    say(QT_TRANSLATE_NOOP("Sentence", "There is no format \"%1\" to export to."), name),
                    say(QT_TRANSLATE_NOOP("Sentence", "Use one of: %1."), exportFormatNames()));
    }
    return *found;
}

ExportedSet load(const Project &project, const ExportRequest &request)
{
    const std::string &name = request.dataset;
    const std::unique_ptr<Connection> connection = project.connect();
    DatasetStore datasets(*connection);
    const std::optional<Dataset> dataset = datasets.find(name);
    if (!dataset) {
        throw Error(ErrorCode::NotFound, say(QT_TRANSLATE_NOOP("Sentence", "There is no dataset \"%1\"."), name),
                    say(QT_TRANSLATE_NOOP("Sentence", "The import or the window names them.")));
    }
    SampleStore samples(*connection, project.assetFolder());
    SampleFilter filter;
    filter.only = request.samples;
    return {*dataset, datasets.classes(dataset->id), samples.load(samples.ids(dataset->id, filter))};
}

/// A folder beside the target that takes its name when all is written, and goes otherwise.
class Pending {
public:
    explicit Pending(fs::path target) : m_target(std::move(target))
    {
        std::error_code error;
        if (fs::exists(m_target, error) && !(fs::is_directory(m_target, error) && fs::is_empty(m_target, error))) {
            throw Error(ErrorCode::BadInput,
                        say(QT_TRANSLATE_NOOP("Sentence", "%1 is there already and not empty."), m_target.string()),
                        say(QT_TRANSLATE_NOOP("Sentence", "Choose a new folder; nothing is ever overwritten.")));
        }
        const fs::path parent = m_target.has_parent_path() ? m_target.parent_path() : fs::path(".");
        fs::create_directories(parent, error);
        std::string made = (parent / (".export-XXXXXX")).string();
        if (mkdtemp(made.data()) == nullptr) {
            throw Error(ErrorCode::Io,
                        say(QT_TRANSLATE_NOOP("Sentence", "Nothing can be written in %1: %2."), parent.string(),
                            std::strerror(errno)),
                        say(QT_TRANSLATE_NOOP("Sentence", "Choose another folder, or change its permissions.")));
        }
        m_folder = made;
        fs::permissions(m_folder, fs::perms::owner_all | fs::perms::group_read | fs::perms::group_exec, error);
    }
    ~Pending()
    {
        std::error_code error;
        fs::remove_all(m_folder, error);
    }
    Pending(const Pending &) = delete;
    Pending &operator=(const Pending &) = delete;

    const fs::path &folder() const { return m_folder; }

    void keep()
    {
        std::error_code error;
        fs::remove(m_target, error);  // an empty folder
        fs::rename(m_folder, m_target, error);
        if (error) {
            throw Error(ErrorCode::Io,
                        say(QT_TRANSLATE_NOOP("Sentence", "The export could not be given its name %1: %2."),
                            m_target.string(), error.message()),
                        say(QT_TRANSLATE_NOOP("Sentence", "Nothing was exported. Choose another folder.")));
        }
    }

private:
    fs::path m_target;
    fs::path m_folder;
};

}  // namespace

std::string exportFormatNames()
{
    return commaList(exporters(), &Exporter::name);
}

std::vector<Sentence> exportObstacles(const Project &project, const ExportRequest &request)
{
    const ExportedSet set = load(project, request);
    std::vector<Sentence> obstacles;
    for (const Exporter &exporter : exporters()) {
        obstacles.push_back(exporter.obstacle(set));
    }
    return obstacles;
}

ExportReport exportDataset(const Project &project, const ExportRequest &request, Observer &observer,
                           const std::stop_token &stop)
{
    const Exporter &exporter = exporterNamed(request.format);
    const ExportedSet set = load(project, request);
    if (const Sentence obstacle = exporter.obstacle(set); !obstacle.empty()) {
        throw Error(ErrorCode::BadInput, say(QT_TRANSLATE_NOOP("Sentence", "%1 Nothing was exported."), obstacle),
                    say(QT_TRANSLATE_NOOP("Sentence", "Use a format that holds it: csv and jsonl hold everything.")));
    }
    Pending pending(request.target);
    ExportFolder folder(pending.folder(), set.samples.size(), observer, stop);
    exporter.write(set, folder);
    throwIfStopped(stop);
    pending.keep();
    return {static_cast<std::int64_t>(set.samples.size()), folder.pictures()};
}

}  // namespace atlas::storage
