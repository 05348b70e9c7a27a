#include "pipeline/source/office/xml_reader.h"

#include <libxml/xmlreader.h>

#include <cstddef>

namespace trichluc {
namespace {

struct FreeReader {
  void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
};

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

void say_nothing(void*, const char*, xmlParserSeverities, xmlTextReaderLocatorPtr) {}

}  // namespace

struct XmlReader::Impl {
  std::unique_ptr<xmlTextReader, FreeReader> reader;
};

XmlReader::XmlReader(std::string_view xml) : impl_(std::make_unique<Impl>()) {
  constexpr int kOptions = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
  impl_->reader.reset(xmlReaderForMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr, kOptions));
  broken_ = !impl_->reader;
  if (impl_->reader) xmlTextReaderSetErrorHandler(impl_->reader.get(), say_nothing, nullptr);
}

XmlReader::~XmlReader() = default;

XmlReader::Event XmlReader::next() {
  if (pending_end_) {
    pending_end_ = false;
    return Event::kEnd;
  }
  while (!broken_) {
    const int read = xmlTextReaderRead(impl_->reader.get());
    broken_ = read < 0;
    if (read != 1) return Event::kDone;
    switch (xmlTextReaderNodeType(impl_->reader.get())) {
      case XML_READER_TYPE_ELEMENT:
        name_ = view(xmlTextReaderConstLocalName(impl_->reader.get()));
        pending_end_ = xmlTextReaderIsEmptyElement(impl_->reader.get()) == 1;
        return Event::kStart;
      case XML_READER_TYPE_END_ELEMENT:
        name_ = view(xmlTextReaderConstLocalName(impl_->reader.get()));
        return Event::kEnd;
      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA:
      case XML_READER_TYPE_WHITESPACE:
      case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        text_ = view(xmlTextReaderConstValue(impl_->reader.get()));
        return Event::kText;
      case XML_READER_TYPE_DOCUMENT_TYPE:  // office files have none; it is where entities are made
        broken_ = true;
        return Event::kDone;
      default:
        break;
    }
  }
  return Event::kDone;
}

std::string XmlReader::attribute(std::string_view name) const {
  std::string value;
  if (broken_) return value;
  xmlTextReader* reader = impl_->reader.get();
  for (int more = xmlTextReaderMoveToFirstAttribute(reader); more == 1;
       more = xmlTextReaderMoveToNextAttribute(reader)) {
    if (view(xmlTextReaderConstLocalName(reader)) != name) continue;
    value = view(xmlTextReaderConstValue(reader));
    break;
  }
  xmlTextReaderMoveToElement(reader);
  return value;
}

void XmlReader::skip() {
  if (pending_end_) {
    pending_end_ = false;
    return;
  }
  for (std::size_t depth = 1; depth > 0;) {
    const Event event = next();
    if (event == Event::kDone) return;
    if (event == Event::kStart) ++depth;
    if (event == Event::kEnd) --depth;
  }
}

}  // namespace trichluc
