#include "pipeline/store/page_json.h"

#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

#include "pipeline/base/utf8.h"
#include "pipeline/record/json_writer.h"

namespace trichluc::store {
namespace {

using Json = nlohmann::json;

// The shortest digits that give the same number again.
template <class Number>
std::string exact(Number value) {
  std::array<char, 64> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  return {digits.data(), end};
}

// Where the code points of a text begin, and its end.
std::vector<std::size_t> code_point_bytes(std::string_view text) {
  std::vector<std::size_t> begins;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) begins.push_back(i);
  }
  begins.push_back(text.size());
  return begins;
}

Span bytes_of(const Json& begin, const Json& end, const std::vector<std::size_t>& begins) {
  return {begins.at(begin.get<std::size_t>()), begins.at(end.get<std::size_t>())};
}

void put_span(JsonWriter& json, Span span, const CodePointOffsets& offsets) {
  json.size(offsets.at(span.begin)).size(offsets.at(span.end));
}

void put_box(JsonWriter& json, const Box& box) {
  for (const double side : {box.x0, box.y0, box.x1, box.y1}) json.number(exact(side));
}

void put_hints(JsonWriter& json, const Page& page, const CodePointOffsets& offsets) {
  json.key("hints").begin_array();
  for (const text::HintedSpan& hint : page.hints) {
    json.begin_array();
    put_span(json, hint.span, offsets);
    json.integer(static_cast<int>(hint.hint)).end_array();
  }
  json.end_array();
}

void put_cells(JsonWriter& json, const Page& page, const CodePointOffsets& offsets) {
  json.key("cells").begin_array();
  for (const TableCell& cell : page.cells) {
    json.begin_array();
    put_span(json, cell.in_page, offsets);
    for (const int number : {cell.table, cell.row, cell.column, cell.row_span, cell.column_span}) json.integer(number);
    json.boolean(cell.header).end_array();
  }
  json.end_array();
}

void put_fonts(JsonWriter& json, const Page& page) {
  json.key("fonts").begin_array();
  for (const PageFont& font : page.fonts) {
    json.begin_array().string(font.name).boolean(font.embedded).boolean(font.to_unicode).string(font.encoding);
    json.end_array();
  }
  json.end_array();
}

// Runs a reader of JSON; what is missing or of another kind makes it fail as a whole.
template <class Read>
bool read_json(std::string_view text, const Read& read) try {
  read(Json::parse(text));
  return true;
} catch (const std::exception&) {
  return false;
}

}  // namespace

std::string words_to_json(const Page& page) {
  const CodePointOffsets offsets(page.text);
  JsonWriter json;
  json.begin_array();
  for (const Word& word : page.words) {
    json.begin_array();
    put_span(json, word.in_page, offsets);
    put_box(json, word.box);
    json.number(exact(word.confidence)).end_array();
  }
  return json.end_array().take();
}

std::string layout_to_json(const Page& page) {
  const CodePointOffsets offsets(page.text);
  JsonWriter json;
  json.begin_object().key("hard_wrapped").boolean(page.hard_wrapped).key("dpi").number(exact(page.dpi));
  put_hints(json, page, offsets);
  put_cells(json, page, offsets);
  put_fonts(json, page);
  json.key("other").begin_array().string(page.other.text).string(page.other.reason).end_array();
  return json.end_object().take();
}

std::string messages_to_json(const std::vector<Message>& messages) {
  JsonWriter json;
  json.begin_array();
  for (const Message& message : messages) json.begin_array().string(message.en).string(message.vi).end_array();
  return json.end_array().take();
}

bool words_from_json(std::string_view json, Page& page) {
  return read_json(json, [&](const Json& list) {
    const auto begins = code_point_bytes(page.text);
    for (const Json& word : list) {
      page.words.push_back(
          {bytes_of(word.at(0), word.at(1), begins),
           {word.at(2).get<double>(), word.at(3).get<double>(), word.at(4).get<double>(), word.at(5).get<double>()},
           word.at(6).get<float>()});
    }
  });
}

bool layout_from_json(std::string_view json, Page& page) {
  return read_json(json, [&](const Json& layout) {
    const auto begins = code_point_bytes(page.text);
    page.hard_wrapped = layout.at("hard_wrapped").get<bool>();
    page.dpi = layout.at("dpi").get<double>();
    for (const Json& hint : layout.at("hints")) {
      page.hints.push_back({bytes_of(hint.at(0), hint.at(1), begins), static_cast<text::Hint>(hint.at(2).get<int>())});
    }
    for (const Json& cell : layout.at("cells")) {
      page.cells.push_back({bytes_of(cell.at(0), cell.at(1), begins), cell.at(2).get<int>(), cell.at(3).get<int>(),
                            cell.at(4).get<int>(), cell.at(5).get<int>(), cell.at(6).get<int>(),
                            cell.at(7).get<bool>()});
    }
    for (const Json& font : layout.at("fonts")) {
      page.fonts.push_back({font.at(0).get<std::string>(), font.at(1).get<bool>(), font.at(2).get<bool>(),
                            font.at(3).get<std::string>()});
    }
    page.other = {layout.at("other").at(0).get<std::string>(), layout.at("other").at(1).get<std::string>()};
  });
}

std::optional<std::vector<Message>> messages_from_json(std::string_view json) {
  std::vector<Message> messages;
  const bool good = read_json(json, [&](const Json& list) {
    for (const Json& message : list) {
      messages.push_back({message.at(0).get<std::string>(), message.at(1).get<std::string>()});
    }
  });
  return good ? std::optional(std::move(messages)) : std::nullopt;
}

}  // namespace trichluc::store
