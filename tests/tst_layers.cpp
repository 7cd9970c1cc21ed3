#include "tests/support/shared_data.h"

#include <QTest>

#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

namespace fs = std::filesystem;

namespace {

/// Who may include whom, and nothing else. Read it as the architecture: every arrow that exists stands here.
const std::map<std::string, std::set<std::string>> kAllowedFolders{
    {"core", {"core"}},
    {"pictures", {"pictures", "core"}},
    {"storage", {"storage", "pictures", "core"}},
    {"engine", {"engine", "pictures", "core"}},
    {"engine/api", {"engine/api", "core"}},
    {"widgets", {"widgets", "storage", "engine/api", "pictures", "core"}},
    {"app", {"app", "widgets", "storage", "engine/api", "core"}},
    {"report", {"report", "app", "widgets", "storage", "engine/api", "core"}},
    {"bench", {"bench", "engine", "widgets", "storage", "core"}},
};

/// Libraries that belong to certain folders only.
struct Library {
    const char *name;
    std::regex include;
    std::set<std::string> folders;
};

const std::vector<Library> kLibraries{
    {"LibTorch", std::regex("^(torch|ATen|c10)/"), {"engine", "bench"}},
    {"oneDNN", std::regex("^dnnl|^oneapi/dnnl"), {"engine"}},
    {"Qt", std::regex("^Q[A-Z]"), {"widgets", "app", "report", "bench"}},
    {"QCustomPlot", std::regex("^qcustomplot"), {"widgets"}},
    {"SQLite", std::regex("^(SQLiteCpp/|sqlite3)"), {"storage"}},
    {"OpenCV", std::regex("^opencv2/"), {"pictures", "engine", "storage", "app", "widgets"}},
    {"ICU", std::regex("^unicode/"), {"engine", "storage"}},
    {"picture codecs", std::regex("^(gif_lib|jpeglib|webp/)"), {"pictures"}},
    {"libarchive", std::regex("^archive"), {"storage", "engine"}},
    {"CLI11", std::regex("^CLI/"), {"app", "report", "bench"}},
};

struct Include {
    fs::path file;
    int line = 0;
    std::string target;
    bool quoted = false;
};

std::string folderOf(const fs::path &relative)
{
    const std::string top = relative.begin()->string();
    return top == "engine" && std::next(relative.begin())->string() == "api" ? "engine/api" : top;
}

bool isSource(const fs::path &file)
{
    return file.extension() == ".h" || file.extension() == ".cpp";
}

template <typename Visit>
void forEachSource(Visit visit)
{
    for (const auto &[folder, allowed] : kAllowedFolders) {
        if (folder == "engine/api") {
            continue;  // walked with engine
        }
        for (const auto &entry : fs::recursive_directory_iterator(atlas::test::sourceFolder() / folder)) {
            if (entry.is_regular_file() && isSource(entry.path())) {
                visit(fs::relative(entry.path(), atlas::test::sourceFolder()), entry.path());
            }
        }
    }
}

std::vector<Include> includesOf(const fs::path &relative, const fs::path &file)
{
    static const std::regex pattern(R"re(^\s*#\s*include\s*([<"])([^">]+)[">])re");
    std::vector<Include> includes;
    std::ifstream stream(file);
    std::string line;
    for (int number = 1; std::getline(stream, line); ++number) {
        std::smatch match;
        if (std::regex_search(line, match, pattern)) {
            includes.push_back({relative, number, match[2], match[1] == "\""});
        }
    }
    return includes;
}

std::string place(const Include &include)
{
    return include.file.string() + ":" + std::to_string(include.line) + " includes " + include.target;
}

}  // namespace

class TestLayers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyIncludeFollowsAnAllowedEdge();
    void librariesStayInTheirFolders();
    void torchIsNeverIncludedWholeAndInSourceFilesOnly();
    void qCustomPlotStaysInTheChartsAndNeverMeetsTorch();
    void noSourceFileIsLongerThan600Lines();
};

void TestLayers::everyIncludeFollowsAnAllowedEdge()
{
    int checked = 0;
    std::string forbidden;
    forEachSource([&](const fs::path &relative, const fs::path &file) {
        const std::string folder = folderOf(relative);
        for (const Include &include : includesOf(relative, file)) {
            const fs::path target(include.target);
            if (!include.quoted || !fs::exists(atlas::test::sourceFolder() / target)) {
                continue;
            }
            ++checked;
            const std::string to = folderOf(target);
            const std::set<std::string> &allowed = kAllowedFolders.at(folder);
            const bool inside = to == "engine/api" && allowed.contains("engine");
            if (!allowed.contains(to) && !inside) {
                forbidden += place(include) + "\n";
            }
        }
    });
    QVERIFY2(checked > 100, "the test found hardly any include: is it looking at the right folders?");
    QVERIFY2(forbidden.empty(), forbidden.c_str());
}

void TestLayers::librariesStayInTheirFolders()
{
    std::string forbidden;
    forEachSource([&](const fs::path &relative, const fs::path &file) {
        const std::string top = relative.begin()->string();
        for (const Include &include : includesOf(relative, file)) {
            for (const Library &library : kLibraries) {
                const bool apiWithTorch = folderOf(relative) == "engine/api" && library.name == std::string("LibTorch");
                if (!include.quoted && std::regex_search(include.target, library.include) &&
                    (!library.folders.contains(top) || apiWithTorch)) {
                    forbidden += place(include) + " (" + library.name + ")\n";
                }
            }
        }
    });
    QVERIFY2(forbidden.empty(), forbidden.c_str());
}

void TestLayers::torchIsNeverIncludedWholeAndInSourceFilesOnly()
{
    std::string forbidden;
    forEachSource([&](const fs::path &relative, const fs::path &file) {
        for (const Include &include : includesOf(relative, file)) {
            if (include.target == "torch/torch.h" ||
                (include.target.starts_with("torch/") && relative.extension() == ".h")) {
                forbidden += place(include) + "\n";
            }
        }
    });
    QVERIFY2(forbidden.empty(), forbidden.c_str());
}

void TestLayers::qCustomPlotStaysInTheChartsAndNeverMeetsTorch()
{
    std::string forbidden;
    forEachSource([&](const fs::path &relative, const fs::path &file) {
        bool torch = false;
        bool plot = false;
        for (const Include &include : includesOf(relative, file)) {
            torch = torch || include.target.starts_with("torch/") || include.target.starts_with("ATen/");
            plot = plot || include.target == "qcustomplot.h";
        }
        const bool inCharts = relative.parent_path() == fs::path("widgets") / "charts";
        if (plot && (torch || !inCharts)) {
            forbidden += relative.string() + "\n";
        }
    });
    QVERIFY2(forbidden.empty(), forbidden.c_str());
}

void TestLayers::noSourceFileIsLongerThan600Lines()
{
    std::string tooLong;
    forEachSource([&](const fs::path &relative, const fs::path &file) {
        std::ifstream stream(file);
        std::string line;
        int lines = 0;
        while (std::getline(stream, line)) {
            ++lines;
        }
        if (lines > 600) {
            tooLong += relative.string() + " has " + std::to_string(lines) + " lines\n";
        }
    });
    QVERIFY2(tooLong.empty(), tooLong.c_str());
}

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
