#include "fuzz/dry_run.h"
#include "fuzz/scratch_folder.h"

using namespace atlas;

/// Questions, annotations, and pictures named by their ids.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const fuzz::Input input(data, size);
    auto &scratch = fuzz::ScratchFolder::instance();
    const auto folder = scratch.clear();
    scratch.writePicture("train2014/COCO_train2014_000000000007.pgm");
    scratch.writePicture("val2014/COCO_val2014_000000000007.pgm");
    scratch.writePicture("0.pgm");
    const std::vector<std::string> files = input.files(2);
    scratch.write("v2_train2014_questions.json", files[0]);
    scratch.write("v2_train2014_annotations.json", files[1]);
    fuzz::dryRun("vqa", fuzz::requestFor(folder, input));
    return 0;
}
