#include "training_fixture.h"

#include "core/hash.h"
#include "core/scores.h"
#include "engine/training/run_folder.h"

#include <opencv2/imgcodecs.hpp>

namespace atlas::test {

void RecordingObserver::progress(double fraction, const Sentence &)
{
    fractions.push_back(fraction);
}

void RecordingObserver::log(LogLevel, const std::string &message)
{
    logs.push_back(message);
}

void RecordingObserver::point(const SeriesKey &key, const SeriesPoint &point)
{
    series[key].push_back(point);
    if (key == m_stopSeries && m_stopStep >= 0 && point.step >= m_stopStep) {
        m_stop.request_stop();
    }
}

void RecordingObserver::decided(const DecisionRecord &decision)
{
    std::erase_if(decisions, [&](const DecisionRecord &told) { return told.task == decision.task; });
    decisions.push_back(decision);
}

void RecordingObserver::evaluated(const AccuracyCell &cell, const std::vector<Prediction> &samples)
{
    cells[{cell.afterTask, cell.evalTask}] = cell;
    predictions[{cell.afterTask, cell.evalTask}] = samples;
}

void RecordingObserver::stopAt(const std::string &metric, const std::string &context, std::int64_t step)
{
    m_stopSeries = {metric, context};
    m_stopStep = step;
}

std::vector<double> RecordingObserver::values(const std::string &metric, const std::string &context) const
{
    std::vector<double> values;
    if (const auto found = series.find({metric, context}); found != series.end()) {
        for (const SeriesPoint &point : found->second) {
            values.push_back(point.value);
        }
    }
    return values;
}

TrainingFixture::TrainingFixture()
{
    std::filesystem::copy(golden("tiny-vilt"), backbone(), std::filesystem::copy_options::recursive);
    std::filesystem::create_directories(folder() / "pictures");
}

engine::TrainRequest TrainingFixture::request(const std::string &run, std::vector<TaskData> tasks,
                                              const std::string &strategy) const
{
    engine::TrainRequest request;
    request.spec.sequence = "test";
    request.spec.strategy = strategy;
    request.spec.seed = 1;
    request.spec.device = "cpu";
    request.spec.precision = "fp32";
    request.spec.settings = {{"epochs", "2"}, {"min_steps", "3"}};
    request.backboneFolder = backbone();
    request.modelFolder = folder() / "models" / run;
    request.tasks = std::move(tasks);
    request.threads = 1;
    return request;
}

AssetRef TrainingFixture::picture(int index, bool red) const
{
    // Sizes differ, so that batches hold pictures of different grids.
    const int width = index % 3 == 0 ? 40 : 24;
    cv::Mat image(24, width, CV_8UC3);
    for (int y = 0; y < image.rows; ++y) {
        for (int x = 0; x < image.cols; ++x) {
            const auto noise = static_cast<unsigned char>((x * 7 + y * 13 + index * 31) % 60);
            image.at<cv::Vec3b>(y, x) = red ? cv::Vec3b(noise, noise, 220) : cv::Vec3b(220, noise, noise);
        }
    }
    const std::filesystem::path file =
        folder() / "pictures" / ((red ? "red" : "blue") + std::to_string(index) + ".png");
    if (!std::filesystem::exists(file)) {
        cv::imwrite(file.string(), image);
    }
    return {.sha256 = sha256OfFile(file), .path = file, .width = width, .height = 24};
}

TaskData TrainingFixture::split(Task task, std::vector<Sample> samples)
{
    TaskData data;
    task.metric = task.metric.empty() ? defaultScore(task.labelForm) : task.metric;
    data.task = std::move(task);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        samples[i].id = static_cast<std::int64_t>(i + 1);
        // Blocks of four, so that every split holds all classes.
        const std::size_t block = i / 4 % 3;
        (block == 0 ? data.train : block == 1 ? data.validation : data.test).push_back(samples[i]);
        if (block == 1) {
            data.train.push_back(std::move(samples[i]));
        }
    }
    return data;
}

TaskData TrainingFixture::imageTask(const std::string &name, int samples) const
{
    std::vector<Sample> made;
    for (int i = 0; i < samples; ++i) {
        Sample sample;
        sample.image = picture(i, i % 2 == 0);
        sample.labels = {{i % 2 == 0 ? "red" : "blue", 1.0}};
        made.push_back(std::move(sample));
    }
    Task task;
    task.name = name;
    task.kind = "image";
    task.classes = {"blue", "red"};
    return split(task, std::move(made));
}

TaskData TrainingFixture::textTask(const std::string &name, int samples) const
{
    const char *subjects[] = {"the man", "a small child", "they", "two people at the table"};
    std::vector<Sample> made;
    for (int i = 0; i < samples; ++i) {
        Sample sample;
        sample.text = std::string(subjects[i / 2 % 4]) + (i % 2 == 0 ? " and a dog run" : " and the cat sit");
        sample.labels = {{i % 2 == 0 ? "dog" : "cat", 1.0}};
        made.push_back(std::move(sample));
    }
    Task task;
    task.name = name;
    task.kind = "text";
    task.classes = {"cat", "dog"};
    return split(task, std::move(made));
}

TaskData TrainingFixture::questionTask() const
{
    std::vector<Sample> made;
    for (int i = 0; i < 24; ++i) {
        Sample sample;
        sample.image = picture(i, i % 2 == 0);
        sample.question = "is the picture red?";
        sample.labels = {{i % 2 == 0 ? "yes" : "no", 1.0}};
        made.push_back(std::move(sample));
    }
    Task task;
    task.name = "questions";
    task.kind = "image-text";
    task.classes = {"no", "yes"};
    return split(task, std::move(made));
}

TaskData TrainingFixture::pairTask() const
{
    std::vector<Sample> made;
    for (int i = 0; i < 24; ++i) {
        Sample sample;
        sample.image = picture(i, true);
        sample.image2 = picture(i + 1, i % 2 == 0);
        sample.labels = {{i % 2 == 0 ? "same" : "other", 1.0}};
        made.push_back(std::move(sample));
    }
    Task task;
    task.name = "pairs";
    task.kind = "image-pair";
    task.classes = {"other", "same"};
    return split(task, std::move(made));
}

TaskData TrainingFixture::choiceTask() const
{
    std::vector<Sample> made;
    for (int i = 0; i < 24; ++i) {
        Sample sample;
        sample.question = "who ride";
        sample.choices = {"a cat", "a man"};
        if (i % 3 == 0) {
            sample.choices.emplace_back("the table");  // samples may have more choices than others
        }
        if (i % 2 == 0) {
            std::swap(sample.choices[0], sample.choices[1]);
        }
        sample.labels = {{i % 2 == 0 ? "0" : "1", 1.0}};
        made.push_back(std::move(sample));
    }
    Task task;
    task.name = "choices";
    task.kind = "choice";
    task.classes = {"0", "1", "2"};
    return split(task, std::move(made));
}

TaskData TrainingFixture::multiLabelTask() const
{
    TaskData data = imageTask("labels");
    data.task.labelForm = LabelForm::Multi;
    data.task.metric = "f1_micro";
    data.task.classes = {"blue", "picture", "red"};
    for (std::vector<Sample> *samples : {&data.train, &data.validation, &data.test}) {
        for (Sample &sample : *samples) {
            sample.labels.push_back({"picture", 1.0});
        }
    }
    return data;
}

TaskData TrainingFixture::softTask() const
{
    TaskData data = questionTask();
    data.task.name = "answers";
    data.task.labelForm = LabelForm::Soft;
    data.task.metric = "vqa_score";
    for (std::vector<Sample> *samples : {&data.train, &data.validation, &data.test}) {
        for (Sample &sample : *samples) {
            const std::string other = sample.labels[0].name == "yes" ? "no" : "yes";
            sample.labels.push_back({other, 0.3});
        }
    }
    return data;
}

std::map<std::string, std::string> packageHashes(const engine::TrainRequest &request)
{
    std::map<std::string, std::string> hashes;
    for (const TaskData &data : request.tasks) {
        hashes[data.task.name] = sha256OfFile(engine::packageFile(request.modelFolder, data.task.name));
    }
    return hashes;
}

}  // namespace atlas::test
