#include "widgets/charts/palette.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace atlas::widgets::chart_palette {

namespace {

constexpr std::array<QRgb, 5> kOnLight{0xff0072b2, 0xffd55e00, 0xff009e73, 0xff000000, 0xffcc79a7};
constexpr std::array<QRgb, 6> kOnDark{0xff56b4e9, 0xffe69f00, 0xff009e73, 0xfff0e442, 0xffcc79a7, 0xffd55e00};
constexpr std::array<Qt::PenStyle, 3> kDashes{Qt::SolidLine, Qt::DashLine, Qt::DotLine};

constexpr std::array<QRgb, 10> kCividis{0xff00204d, 0xff00336f, 0xff39486b, 0xff575c6d, 0xff707173,
                                        0xff8a8779, 0xffa69d75, 0xffc4b56c, 0xffe4cf5b, 0xffffea46};

QColor between(QRgb low, QRgb high, double t)
{
    const auto mix = [t](int a, int b) { return static_cast<int>(std::lround(a + t * (b - a))); };
    return {mix(qRed(low), qRed(high)), mix(qGreen(low), qGreen(high)), mix(qBlue(low), qBlue(high))};
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

}  // namespace

LineStyle lineStyle(int index, bool dark)
{
    const std::span<const QRgb> colours = dark ? std::span<const QRgb>(kOnDark) : std::span<const QRgb>(kOnLight);
    const auto n = static_cast<int>(colours.size());
    const int i = std::max(index, 0);
    // Each round through the colours moves the markers on by one: a colour never comes back with its marker.
    return {.colour = QColor::fromRgb(colours[static_cast<std::size_t>(i % n)]),
            .marker = static_cast<Marker>((i % n + i / n) % kMarkers),
            .dash = kDashes[static_cast<std::size_t>((i / n) % static_cast<int>(kDashes.size()))]};
}

QColor cividis(double t)
{
    const double place = std::clamp(t, 0.0, 1.0) * (kCividis.size() - 1);
    const auto low = std::min(static_cast<std::size_t>(place), kCividis.size() - 2);
    return between(kCividis[low], kCividis[low + 1], place - static_cast<double>(low));
}

QColor diverging(double t)
{
    const double amount = std::clamp(t, -1.0, 1.0);
    return between(0xffffffff, amount < 0 ? 0xff0072b2 : 0xffe69f00, std::abs(amount));
}

double relativeLuminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = relativeLuminance(one);
    const double b = relativeLuminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QColor textOn(const QColor &background)
{
    return contrast(Qt::white, background) >= contrast(Qt::black, background) ? Qt::white : Qt::black;
}

}  // namespace atlas::widgets::chart_palette
