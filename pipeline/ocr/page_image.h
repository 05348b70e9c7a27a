// The pixels of one page of a document: the scan itself where the page is one picture, else the page drawn anew.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "pipeline/base/result.h"
#include "pipeline/source/document.h"
#include "pipeline/source/picture/image.h"

namespace trichluc::ocr {

// The picture and where it lies on the page.
struct PageImage {
  Image image;
  Box on_page;  // points; the corners of the picture
  double page_width = 0;
  double page_height = 0;

  Box to_points(const Box& pixels) const;
  // The part of it that shows this part of the page; empty where they do not meet.
  PageImage part(const Box& points) const;
};

// Hands out the pages of one document; keeps the opened file, so make one for all pages. For one thread.
class PageImages {
 public:
  // `bytes` must outlive the images.
  static Result<PageImages> open(std::string_view bytes, const std::string& media_type, const std::string& source);
  PageImages(PageImages&&) noexcept;
  PageImages& operator=(PageImages&&) noexcept;
  ~PageImages();

  // Pages count from 1. With `picture_alone` text that is drawn over a scan is left out: the reader has its words.
  Result<PageImage> get(int page, bool picture_alone = false);
  // The page as it is shown, whatever it is made of.
  Result<PageImage> drawn(int page);

 private:
  struct Impl;
  explicit PageImages(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace trichluc::ocr
