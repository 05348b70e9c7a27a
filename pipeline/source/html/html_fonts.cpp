#include "pipeline/source/html/html_fonts.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "pipeline/source/html/html_styles.h"
#include "pipeline/text/encoding/detect_encoding.h"

namespace trichluc::html {
namespace {

using text::FontEncoding;
using text::LegacyEncoding;

struct TextNode {
  xmlNode* node = nullptr;
  FontEncoding font;
};

std::string_view content_of(const xmlNode* node) {
  return node->content == nullptr ? std::string_view() : reinterpret_cast<const char*>(node->content);
}

void set_content(xmlNode* node, const std::string& content) {
  xmlNodeSetContent(node, reinterpret_cast<const xmlChar*>(content.c_str()));
}

FontStyles styles_of(xmlNode* root) {
  FontStyles styles;
  for (xmlNode* node = root; node != nullptr;) {
    if (name_of(node) == "style") {
      for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
        styles.add_sheet(content_of(child));
      }
    }
    node = node->type == XML_ELEMENT_NODE && node->children != nullptr ? node->children : next_after(node);
  }
  return styles;
}

// The text of the page in its order, each with the font that the innermost element which names one gives it.
std::vector<TextNode> text_nodes_of(xmlNode* root) {
  struct Open {
    const xmlNode* element;
    FontEncoding font;
  };
  const FontStyles styles = styles_of(root);
  std::vector<TextNode> nodes;
  std::vector<Open> open;
  for (xmlNode* node = root; node != nullptr;) {
    while (!open.empty() && open.back().element != node->parent) open.pop_back();
    const FontEncoding around = open.empty() ? FontEncoding{} : open.back().font;
    if (is_text(node)) nodes.push_back({node, around});
    const bool shown = !is_hidden(node) || name_of(node) == "head";  // for the title
    const bool enters = node->type == XML_ELEMENT_NODE && node->children != nullptr && shown;
    if (enters) open.push_back({node, styles.font_of(node).value_or(around)});
    node = enters ? node->children : next_after(node);
  }
  return nodes;
}

// Text set in a legacy font is in its encoding, unless it makes better sense as it stands: later programs write Unicode
// in any font. Judged for all text in the font at once. Gives the encoding of most of the text, and takes the font from
// text that is not in it.
LegacyEncoding judge_fonts(std::vector<TextNode>& nodes) {
  std::map<LegacyEncoding, std::string> texts;
  for (const TextNode& node : nodes) {
    if (node.font.encoding != LegacyEncoding::kNone) {
      texts[node.font.encoding].append(content_of(node.node)).push_back('\n');
    }
  }
  LegacyEncoding most = LegacyEncoding::kNone;
  for (const auto& [encoding, all] : texts) {
    if (!text::is_in_encoding(all, encoding)) {
      for (TextNode& node : nodes) {
        if (node.font.encoding == encoding) node.font = {};
      }
    } else if (most == LegacyEncoding::kNone || texts[most].size() < all.size()) {
      most = encoding;
    }
  }
  return most;
}

void convert_fonts(const std::vector<TextNode>& nodes) {
  for (const TextNode& node : nodes) {
    if (node.font.encoding == LegacyEncoding::kNone) continue;
    set_content(node.node, text::convert_run(content_of(node.node), node.font));
  }
}

// What is in no legacy font, judged by its syllables.
text::Findings convert_rest(const std::vector<TextNode>& nodes, LegacyEncoding around) {
  std::string all;
  std::vector<Span> pieces;
  std::vector<xmlNode*> rest;
  for (const TextNode& node : nodes) {
    if (node.font.encoding != LegacyEncoding::kNone) continue;
    pieces.push_back({all.size(), all.size() + content_of(node.node).size()});
    all += content_of(node.node);
    all.push_back('\n');
    rest.push_back(node.node);
  }
  text::JudgedPieces judged = text::judge_pieces(all, pieces, text::LettersOf::kUnicode, around);
  for (std::size_t i = 0; i < rest.size(); ++i) {
    if (judged.encodings[i] == LegacyEncoding::kNone) continue;
    set_content(rest[i], text::convert_letters(slice(all, pieces[i]), {judged.encodings[i], false}));
  }
  return std::move(judged.findings);
}

}  // namespace

text::Findings unify_letters(xmlNode* root) {
  std::vector<TextNode> nodes = text_nodes_of(root);
  const LegacyEncoding most = judge_fonts(nodes);
  convert_fonts(nodes);
  text::Findings findings = convert_rest(nodes, most);
  if (most == LegacyEncoding::kNone) return findings;
  const std::string by_fonts(text::encoding_name(most));
  if (findings.encoding.empty()) {
    findings.encoding = by_fonts;
  } else if (findings.encoding != by_fonts) {
    findings.encoding = "mixed";
  }
  return findings;
}

}  // namespace trichluc::html
