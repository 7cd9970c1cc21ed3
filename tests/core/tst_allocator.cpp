#include "core/allocator.h"

#include <sys/resource.h>

#include <QTest>

#include <cstring>
#include <memory>
#include <thread>

namespace {

long pageFaults()
{
    rusage usage{};
    getrusage(RUSAGE_THREAD, &usage);
    return usage.ru_minflt;
}

/// As one layer does: large blocks, some alive together, all given back at the end.
void allocateLikeALayer()
{
    for (const std::size_t bytes : {4'500'000U, 13'600'000U, 18'000'000U, 90'000'000U}) {
        const auto first = std::make_unique_for_overwrite<char[]>(bytes);
        const auto second = std::make_unique_for_overwrite<char[]>(bytes);
        std::memset(first.get(), 1, bytes);
        std::memset(second.get(), 1, bytes);
    }
}

}  // namespace

class TestAllocator : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aWorkingThreadKeepsItsMemory()
    {
#if defined(__SANITIZE_ADDRESS__) || !defined(__GLIBC__)
        QSKIP("needs glibc's own allocator");
#endif
        long faults = 0;
        std::thread worker([&faults] {
            allocateLikeALayer();
            const long before = pageFaults();
            allocateLikeALayer();
            faults = pageFaults() - before;
        });
        worker.join();
        QVERIFY2(faults < 1000, qPrintable(QStringLiteral("%1 page faults").arg(faults)));
    }
};

int main(int argc, char **argv)
{
    atlas::keepLargeBlocks();
    TestAllocator test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_allocator.moc"
