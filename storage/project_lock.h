#pragma once

#include <filesystem>

namespace atlas::storage {

/// The right to write a project, held by one process at a time. It is the kernel's lock on the file `project.lock`, so
/// it ends with the process, however that ends; the file's text only tells others who holds it.
class ProjectLock {
public:
    /// Errors: Locked, saying which program, process and host; Io.
    explicit ProjectLock(const std::filesystem::path &folder);
    ~ProjectLock();
    ProjectLock(const ProjectLock &) = delete;
    ProjectLock &operator=(const ProjectLock &) = delete;

private:
    int m_descriptor = -1;
};

}  // namespace atlas::storage
