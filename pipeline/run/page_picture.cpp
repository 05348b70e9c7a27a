#include "pipeline/run/page_picture.h"

#include <algorithm>
#include <charconv>

#include "pipeline/run/snapshot.h"

namespace trichluc {
namespace {

constexpr int kLongest = 30000;  // pixels a side

// The number at the beginning, and the one byte behind it.
std::optional<int> take_number(std::string_view& bytes) {
  int number = 0;
  const auto [end, error] = std::from_chars(bytes.data(), bytes.data() + bytes.size(), number);
  if (error != std::errc() || end == bytes.data() + bytes.size() || number < 1 || number > kLongest)
    return std::nullopt;
  bytes.remove_prefix(static_cast<std::size_t>(end - bytes.data()) + 1);
  return number;
}

}  // namespace

std::string to_pgm(const Image& image) {
  std::string bytes = "P5 " + std::to_string(image.width) + " " + std::to_string(image.height) + " 255\n";
  bytes.append(reinterpret_cast<const char*>(image.grey.data()), image.grey.size());
  return bytes;
}

std::optional<Image> from_pgm(std::string_view bytes) {
  if (bytes.substr(0, 3) != "P5 ") return std::nullopt;
  bytes.remove_prefix(3);
  Image image;
  const auto width = take_number(bytes);
  const auto height = width ? take_number(bytes) : std::nullopt;
  const auto most = height ? take_number(bytes) : std::nullopt;
  if (most != 255) return std::nullopt;
  image.width = *width;
  image.height = *height;
  if (bytes.size() != static_cast<std::size_t>(*width) * static_cast<std::size_t>(*height)) return std::nullopt;
  image.grey.assign(bytes.begin(), bytes.end());
  return image;
}

Result<Image> page_picture(PagePool& pool, const PooledFilePtr& file, int page) {
  Reply reply = pool.submit(file, PageTask::kPicture, page).get();
  if (reply.kind == ReplyKind::kError) return tl::unexpected<Error>(std::move(reply.error));
  const auto bytes = Snapshot::of_memory(std::move(reply.entry), file->source);
  if (!bytes) return tl::unexpected<Error>(bytes.error());
  auto image = from_pgm(bytes->bytes());
  if (image) return std::move(*image);
  return fail(ErrorCode::kChildProcess,
              {"the child that draws pages answered wrongly; please report it with this file",
               "tiến trình con vẽ trang trả lời sai; xin báo lỗi kèm tệp này"},
              file->source);
}

}  // namespace trichluc
