#include "app/demo/part_picture.h"

#include <opencv2/imgproc.hpp>

#include <cmath>
#include <numbers>

namespace atlas::app {
namespace {

constexpr int kSide = 64;
constexpr int kDrawn = 2 * kSide;  // drawn at twice the size and reduced: smooth edges
constexpr double kRadius = 46;
constexpr double kPlay = 4;     // parts lie in a jig under a fixed camera, with this much play in both directions
constexpr double kTilt = 0.15;  // and in the angle, radians

double uniform(std::mt19937_64 &random, double low, double high)
{
    // Not std::uniform_real_distribution: its numbers may differ between standard libraries.
    return low + (high - low) * static_cast<double>(random() >> 11) / 9007199254740992.0;
}

cv::Scalar bgr(PartColour colour)
{
    switch (colour) {
    case PartColour::Brass: return {90, 180, 205};
    case PartColour::Copper: return {75, 110, 190};
    case PartColour::Blue: return {190, 120, 60};
    case PartColour::Steel: break;
    }
    return {180, 175, 170};
}

cv::Point at(cv::Point2d centre, double radius, double angle)
{
    return {cvRound(centre.x + radius * std::cos(angle)), cvRound(centre.y + radius * std::sin(angle))};
}

void drawBody(cv::Mat &picture, const PartLook &look, cv::Point2d centre, double angle, const cv::Scalar &colour)
{
    if (look.shape == PartShape::Disc) {
        cv::circle(picture, centre, cvRound(kRadius), colour, cv::FILLED, cv::LINE_AA);
        return;
    }
    const int corners = look.shape == PartShape::Square ? 4 : 6;
    std::vector<cv::Point> outline;
    for (int i = 0; i < corners; ++i) {
        outline.push_back(at(centre, kRadius * 1.1, angle + 2 * std::numbers::pi * i / corners));
    }
    cv::fillPoly(picture, std::vector{outline}, colour, cv::LINE_AA);
}

void drawHoles(cv::Mat &picture, const PartLook &look, cv::Point2d centre, double angle, const cv::Scalar &ground)
{
    const int drawn = look.defect == Defect::MissingHole ? look.holes - 1 : look.holes;
    for (int i = 0; i < drawn; ++i) {
        const double turn = angle + 2 * std::numbers::pi * (i + 0.5) / look.holes;
        cv::circle(picture, at(centre, kRadius * 0.58, turn), 8, ground, cv::FILLED, cv::LINE_AA);
    }
}

void drawDefect(cv::Mat &picture, const PartLook &look, cv::Point2d centre, const cv::Scalar &ground,
                std::mt19937_64 &random)
{
    const double turn = uniform(random, 0, 2 * std::numbers::pi);
    if (look.defect == Defect::Scratch) {
        const double length = uniform(random, 24, 34);
        const cv::Point middle = at(centre, uniform(random, 0, 12), turn + 1);
        cv::line(picture, at(middle, length, turn), at(middle, length, turn + std::numbers::pi), {35, 35, 40}, 4,
                 cv::LINE_AA);
    } else if (look.defect == Defect::Chip) {
        cv::circle(picture, at(centre, kRadius, turn), cvRound(uniform(random, 15, 20)), ground, cv::FILLED,
                   cv::LINE_AA);
    }
}

}  // namespace

cv::Mat drawPart(const PartLook &look, std::mt19937_64 &random)
{
    const double light = uniform(random, 0.85, 1.1);
    const double grey = uniform(random, 225, 245);
    const cv::Scalar ground(grey, grey, grey - 6);
    const cv::Point2d centre(kDrawn / 2.0 + uniform(random, -kPlay, kPlay),
                             kDrawn / 2.0 + uniform(random, -kPlay, kPlay));
    const double angle = uniform(random, -kTilt, kTilt);

    cv::Mat picture(kDrawn, kDrawn, CV_8UC3, ground);
    drawBody(picture, look, centre, angle, bgr(look.colour) * light);
    drawHoles(picture, look, centre, angle, ground);
    drawDefect(picture, look, centre, ground, random);

    cv::Mat reduced;
    cv::resize(picture, reduced, {kSide, kSide}, 0, 0, cv::INTER_AREA);
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x) {
            const int noise = cvRound(uniform(random, -7, 7));
            for (int channel = 0; channel < 3; ++channel) {
                unsigned char &value = reduced.at<cv::Vec3b>(y, x)[channel];
                value = cv::saturate_cast<unsigned char>(value + noise);
            }
        }
    }
    return reduced;
}

}  // namespace atlas::app
