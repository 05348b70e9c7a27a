// Charts by gnuplot: a line a block, a panel a currency (so that two never share an axis), and over each point of the
// SVG its value and its sources. gnuplot names every element it draws in order; its empty titles are filled here, so
// that no script is needed in the picture and no text of a document is ever part of gnuplot's own.
#include <algorithm>
#include <cmath>
#include <map>

#include "pipeline/cli/writers/fact_words.h"
#include "pipeline/cli/writers/series_writers.h"
#include "pipeline/run/filter_program.h"

namespace trichluc::cli {
namespace {

constexpr std::size_t kMostLines = 12;  // more are not told apart
constexpr const char* kPackage = "gnuplot-nox";

struct Point {
  double year = 0;
  double value = 0;
  Role role = Role::kPreferred;
  std::string status, title;
};

struct Line {
  std::string name;
  std::vector<Point> points;  // of the line itself, in order of time
  std::vector<Point> others;
};

// What the values of a panel are told in: 286 million fits an axis, 286000000 does not.
struct Scale {
  double factor = 1;
  Message words;
};

Scale scale_for(double most) {
  constexpr double kMillion = 1e6;
  constexpr double kBillion = 1e9;
  constexpr double kFew = 10;
  if (most >= kFew * kBillion) return {kBillion, {"billion", "tỷ"}};
  if (most >= kMillion) return {kMillion, {"million", "triệu"}};
  return {};
}

// The years at which an axis is labelled, each in its middle.
std::string year_labels(double first, double last) {
  constexpr int kMost = 15;  // that stand side by side
  const int from = static_cast<int>(std::floor(first));
  const int to = static_cast<int>(std::floor(last));
  const int step = (to - from) / kMost + 1;
  std::string labels;
  for (int year = from; year <= to; year += step) {
    labels += (labels.empty() ? "'" : ", '") + std::to_string(year) + "' " + std::to_string(year) + ".5";
  }
  return "(" + labels + ")";
}

// A panel a unit: "USD", or what is counted.
using Panels = std::map<std::string, std::vector<Line>>;

// A sum of a year stands in its middle, a stock at its day.
double place_in_time(const std::string& period, int year) {
  constexpr double kMonths = 12;
  constexpr double kDays = 372;  // 12 months of 31 days
  const CoveredTime when = covered_time(period);
  if (!when.known() || when.shape == TimeShape::kYear || when.shape == TimeShape::kOpen) return year + 0.5;
  return when.last_year() + (when.last / 100 % 100 - 1) / kMonths + (when.last % 100) / kDays;
}

class ChartMaker {
 public:
  ChartMaker(const Series& series, Language language) : series_(series), language_(language) {
    for (const SeriesBlock& block : series.blocks) {
      if (!block.several_years && block.kind != "cumulative") take(block);
    }
  }

  std::string script(const std::string& format) {
    constexpr std::size_t kPanelHeight = 460;
    const std::size_t height = kPanelHeight * std::max<std::size_t>(panels_.size(), 1);
    std::string out = "set encoding utf8\nset terminal " + std::string(format == "png" ? "pngcairo" : "svg") +
                      " size 1000," + std::to_string(height) +
                      " font 'DejaVu Sans,11' noenhanced\nset multiplot layout " +
                      std::to_string(std::max<std::size_t>(panels_.size(), 1)) + ",1\n" +
                      "set grid ytics lc rgb '#dddddd'\nset key outside below\n" +
                      "set format y '%.10g'\nset border 3\nset tics nomirror\n";
    for (const auto& [unit, lines] : panels_) out += panel(unit, lines);
    return out + "unset multiplot\n";
  }

  // In the order in which gnuplot draws.
  const std::vector<std::string>& titles() const { return titles_; }
  bool empty() const { return panels_.empty(); }

 private:
  std::string value_words(const SeriesEntry& entry) const {
    const Observation& o = *entry.observation;
    const auto value = entry.derived ? entry.derived : o.value;
    std::string words = value ? grouped_digits(value->to_string(), language_) : "";
    if (!o.qualifier.empty() && o.qualifier != "exact" && !entry.derived) words = o.qualifier + " " + words;
    return words + (o.currency.empty() ? "" : " " + o.currency);
  }

  Point point_of(const SeriesBlock& block, const SeriesRow& row, const SeriesEntry& entry) const {
    const Observation& o = *entry.observation;
    const std::string period = entry.derived ? entry.derived_period : o.period;
    Point point;
    point.year = place_in_time(period, row.year);
    point.value = (entry.derived ? entry.derived : o.value)->to_double();
    point.role = entry.role;
    point.status = row.status;
    point.title = title_of(block, series_) + "\n" + period + ": " + value_words(entry) + " (" +
                  std::string(name_of(entry.role)) + (entry.derived ? ", " + entry.derivation : "") + ")";
    for (const SeriesEntry& source : row.entries) {
      const bool same = &source == &entry || (entry.role == Role::kPreferred && source.role == Role::kAgrees);
      if (!same) continue;
      point.title += "\n“" + source.observation->quote + "” " + source.observation->document->source + ", " +
                     in_language({"page ", "trang "}, language_) + std::to_string(source.observation->page);
    }
    return point;
  }

  static bool is_drawn(const SeriesEntry& entry) {
    if (!entry.derived && !entry.observation->value) return false;
    return entry.role == Role::kPreferred || entry.role == Role::kDerived || entry.role == Role::kAlternative ||
           entry.role == Role::kOtherTime;
  }

  void take(const SeriesBlock& block) {
    std::map<std::string, Line> by_group;
    for (const SeriesRow& row : block.rows) {
      if (row.year == 0) continue;
      Line& line = by_group[row.group];
      line.name = title_of(block, series_) + (row.group.empty() ? "" : " · " + row.group);
      for (const SeriesEntry& entry : row.entries) {
        if (!is_drawn(entry)) continue;
        const bool on_line = &entry == row.preferred();
        (on_line ? line.points : line.others).push_back(point_of(block, row, entry));
      }
    }
    for (auto& [group, line] : by_group) {
      std::sort(line.points.begin(), line.points.end(), [](const Point& a, const Point& b) { return a.year < b.year; });
      if (!line.points.empty()) panels_[unit_of(block)].push_back(std::move(line));
    }
  }

  std::string unit_of(const SeriesBlock& block) const {
    if (!block.currency.empty() && series_.question.measure == "aid") return block.currency;
    return series_.question.measure == "share" ? "%" : series_.question.measure;
  }

  static std::string quoted(const std::string& text) {
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? std::string("''") : std::string(1, c < ' ' && c >= 0 ? ' ' : c);
    return out + "'";
  }

  static std::string number(double value) {
    std::string text(32, '\0');
    const int size = std::snprintf(text.data(), text.size(), "%.12g", value);
    return text.substr(0, static_cast<std::size_t>(size));
  }

  static std::string colour(std::size_t line) {
    // Okabe and Ito's palette, told apart also by the colour-blind.
    static constexpr const char* kColours[] = {"#0072b2", "#d55e00", "#009e73", "#cc79a7",
                                               "#e69f00", "#56b4e9", "#000000"};
    return "'" + std::string(kColours[line % std::size(kColours)]) + "'";
  }

  static int mark_of(Role role) {
    if (role == Role::kDerived) return 6;      // an open circle
    if (role == Role::kAlternative) return 2;  // a cross
    return role == Role::kOtherTime ? 5 : 7;   // a square, a disc
  }

  std::string element(const std::string& what, const std::string& title) {
    titles_.push_back(title);
    return what;
  }

  std::string drawn(const Line& line, std::size_t index) {
    const std::string rgb = " lc rgb " + colour(index);
    std::string parts = element("keyentry with linespoints pt 7" + rgb + " title " + quoted(line.name), line.name);
    parts += ", " + element(data(line.points) + " using 1:2 with lines notitle" + rgb, line.name);
    for (const std::vector<Point>* points : {&line.points, &line.others}) {
      for (const Point& p : *points) {
        parts += ", " + element(data({p}) + " using 1:2 with points notitle ps 0.9 pt " +
                                    std::to_string(mark_of(p.role)) + rgb,
                                p.title);
      }
    }
    return parts;
  }

  // No line joins what has years without a value between, or is counted in another status.
  static bool are_parted(const Point& a, const Point& b) {
    return std::floor(b.year) - std::floor(a.year) > 1 || a.status != b.status;
  }

  // Points as a named block, defined before the plot; an empty line parts them.
  std::string data(const std::vector<Point>& points) {
    const std::string name = "$d" + std::to_string(++data_);
    definitions_ += name + " << EOD\n";
    for (std::size_t i = 0; i < points.size(); ++i) {
      const bool gap = i > 0 && are_parted(points[i - 1], points[i]);
      definitions_ += (gap ? "\n" : "") + number(points[i].year) + " " + number(points[i].value / scale_.factor) + "\n";
    }
    definitions_ += "EOD\n";
    return name;
  }

  struct Extent {
    double first, last, most;
  };

  static Extent extent_of(const std::vector<Line>& lines, std::size_t count) {
    const double begin = lines.front().points.front().year;
    Extent extent{begin, begin, 0};
    for (std::size_t i = 0; i < count; ++i) {
      for (const std::vector<Point>* points : {&lines[i].points, &lines[i].others}) {
        for (const Point& p : *points) {
          extent.first = std::min(extent.first, p.year);
          extent.last = std::max(extent.last, p.year);
          extent.most = std::max(extent.most, p.value);
        }
      }
    }
    return extent;
  }

  std::string panel(const std::string& unit, const std::vector<Line>& lines) {
    const std::size_t count = std::min(lines.size(), kMostLines);
    const Extent extent = extent_of(lines, count);
    definitions_.clear();
    scale_ = scale_for(extent.most);
    std::string plots;
    for (std::size_t i = 0; i < count; ++i) plots += (i > 0 ? ", " : "") + drawn(lines[i], i);
    std::string title = unit + (scale_.factor > 1 ? ", " + in_language(scale_.words, language_) : "");
    if (lines.size() > count) {
      title += " (" + std::to_string(count) + in_language({" of ", " trong "}, language_) +
               std::to_string(lines.size()) + ")";
    }
    constexpr double kMargin = 0.7;
    constexpr double kAbove = 1.1;
    const double most = extent.most > 0 ? extent.most / scale_.factor * kAbove : 1;
    return definitions_ + "set title " + quoted(title) + "\nset xrange [" + number(extent.first - kMargin) + ":" +
           number(extent.last + kMargin) + "]\nset xtics " + year_labels(extent.first, extent.last) +
           "\nset yrange [0:" + number(most) + "]\nplot " + plots + "\n";
  }

  const Series& series_;
  Language language_;
  Panels panels_;
  std::vector<std::string> titles_;
  std::string definitions_;
  Scale scale_;  // of the panel that is drawn
  std::size_t data_ = 0;
};

std::string xml_text(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      out += c >= 0 && c < ' ' && c != '\n' ? ' ' : c;
    }
  }
  return out;
}

// "<title>gnuplot_plot_3a</title>" becomes what was meant for the third element.
std::string with_titles(const std::string& svg, const std::vector<std::string>& titles) {
  static constexpr std::string_view kOpen = "<title>gnuplot_plot_";
  static constexpr std::string_view kClose = "</title>";
  std::string out;
  std::size_t from = 0;
  std::size_t next = 0;
  for (std::size_t at = 0; (at = svg.find(kOpen, from)) != std::string::npos;) {
    out += svg.substr(from, at - from) + "<title>" + (next < titles.size() ? xml_text(titles[next]) : "");
    ++next;
    from = svg.find(kClose, at);
  }
  return out + svg.substr(from);
}

}  // namespace

Result<std::string> series_as_chart(const ShownSeries& shown, const std::string& format, Language language) {
  ChartMaker chart(shown.series, language);
  if (chart.empty()) {
    return fail(ErrorCode::kBadArguments,
                {"there is no value with a year to draw; see --format table",
                 "không có số liệu theo năm để vẽ; xem --format table"},
                format);
  }
  const auto drawn = run_filter({"gnuplot"}, chart.script(format), kPackage);
  if (!drawn) return tl::unexpected<Error>(drawn.error());
  return format == "svg" ? with_titles(*drawn, chart.titles()) : *drawn;
}

}  // namespace trichluc::cli
