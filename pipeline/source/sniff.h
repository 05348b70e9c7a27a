// What kind of document some bytes are, judged by the bytes and never by a file name.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/base/result.h"

namespace trichluc {

enum class MediaType {
  kPlain,
  kHtml,
  kPdf,
  kPng,
  kJpeg,
  kTiff,
  kDocx,
  kXlsx,
  kOdt,
  kOds,
  kDoc,
  kXls,
  kRtf,
  kZip,
  kMail
};

// "application/pdf" and the like.
std::string_view media_type_name(MediaType type);

// An error (ErrorCode::kUnreadableInput) names the kind that was found and what to do with it.
Result<MediaType> sniff(std::string_view bytes, const std::string& source);

}  // namespace trichluc
