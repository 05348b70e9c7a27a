#include "pipeline/cli/zip_writer.h"

#include <zlib.h>

#include <array>
#include <limits>

namespace trichluc::cli {
namespace {

constexpr std::uint16_t kVersion = 20;      // 2.0: deflate
constexpr std::uint16_t kDeflated = 8;      // method
constexpr std::uint16_t kDay = 1 << 5 | 1;  // 1980-01-01, the first that ZIP knows: no day of the run
constexpr int kQuick = 1;  // tables repeat themselves: more costs three times the time for a fifth less
constexpr std::uint64_t kMost = std::numeric_limits<std::uint32_t>::max();

void put_16(std::string& out, std::uint16_t number) {
  out += static_cast<char>(number & 0xFFU);
  out += static_cast<char>(number >> 8U);
}

void put_32(std::string& out, std::uint32_t number) {
  put_16(out, static_cast<std::uint16_t>(number & 0xFFFFU));
  put_16(out, static_cast<std::uint16_t>(number >> 16U));
}

}  // namespace

// One deflated entry at a time, kept until its size is known.
class ZipWriter::Packer {
 public:
  Packer() {
    good_ = ::deflateInit2(&stream_, kQuick, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY) == Z_OK;
  }
  Packer(const Packer&) = delete;
  Packer& operator=(const Packer&) = delete;
  ~Packer() { ::deflateEnd(&stream_); }

  void begin() {
    good_ = ::deflateReset(&stream_) == Z_OK && good_;
    packed_.clear();
    check_ = 0;
    size_ = 0;
  }
  void take(std::string_view content, int flush) {
    check_ =
        static_cast<std::uint32_t>(::crc32_z(check_, reinterpret_cast<const Bytef*>(content.data()), content.size()));
    size_ += content.size();
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));  // zlib does not write there
    stream_.avail_in = static_cast<uInt>(content.size());
    do {
      stream_.next_out = buffer_.data();
      stream_.avail_out = static_cast<uInt>(buffer_.size());
      good_ = ::deflate(&stream_, flush) != Z_STREAM_ERROR && good_;
      packed_.append(reinterpret_cast<const char*>(buffer_.data()), buffer_.size() - stream_.avail_out);
    } while (good_ && stream_.avail_out == 0);
  }

  bool good() const { return good_ && size_ <= kMost && packed_.size() <= kMost; }
  const std::string& packed() const { return packed_; }
  std::uint32_t check() const { return check_; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(size_); }

 private:
  z_stream stream_{};
  bool good_ = false;
  std::array<Bytef, 1 << 16> buffer_{};
  std::string packed_;
  std::uint32_t check_ = 0;
  std::uint64_t size_ = 0;
};

ZipWriter::ZipWriter(Sink sink) : sink_(std::move(sink)), packer_(std::make_unique<Packer>()) {}
ZipWriter::~ZipWriter() = default;

void ZipWriter::begin(const std::string& name) {
  entries_.push_back({name});
  packer_->begin();
}

void ZipWriter::write(std::string_view content) {
  packer_->take(content, Z_NO_FLUSH);
}

Result<void> ZipWriter::end() {
  packer_->take("", Z_FINISH);
  if (!packer_->good() || written_ + packer_->packed().size() > kMost) {
    return fail(ErrorCode::kFileAccess, {"more than 4 GB do not fit", "quá 4 GB, không ghi được"}, "zip");
  }
  Entry& entry = entries_.back();
  entry.check = packer_->check();
  entry.packed = static_cast<std::uint32_t>(packer_->packed().size());
  entry.size = packer_->size();
  entry.offset = static_cast<std::uint32_t>(written_);
  std::string head;
  put_32(head, 0x04034b50);
  for (const std::uint16_t number : {kVersion, std::uint16_t{0}, kDeflated, std::uint16_t{0}, kDay})
    put_16(head, number);
  for (const std::uint32_t number : {entry.check, entry.packed, entry.size}) put_32(head, number);
  put_16(head, static_cast<std::uint16_t>(entry.name.size()));
  put_16(head, 0);
  const auto headed = put(head + entry.name);
  return headed ? put(packer_->packed()) : headed;
}

Result<void> ZipWriter::finish() {
  std::string directory;
  for (const Entry& entry : entries_) {
    put_32(directory, 0x02014b50);
    for (const std::uint16_t number : {kVersion, kVersion, std::uint16_t{0}, kDeflated, std::uint16_t{0}, kDay}) {
      put_16(directory, number);
    }
    for (const std::uint32_t number : {entry.check, entry.packed, entry.size}) put_32(directory, number);
    put_16(directory, static_cast<std::uint16_t>(entry.name.size()));
    for (int i = 0; i < 4; ++i) put_16(directory, 0);  // no extra field, no comment, first disk, binary
    put_32(directory, 0);
    put_32(directory, entry.offset);
    directory += entry.name;
  }
  const auto size = static_cast<std::uint32_t>(directory.size());
  const auto entries = static_cast<std::uint16_t>(entries_.size());
  put_32(directory, 0x06054b50);
  for (const std::uint16_t number : {std::uint16_t{0}, std::uint16_t{0}, entries, entries}) put_16(directory, number);
  put_32(directory, size);
  put_32(directory, static_cast<std::uint32_t>(written_));
  put_16(directory, 0);
  return put(directory);
}

Result<void> ZipWriter::put(std::string_view bytes) {
  written_ += bytes.size();
  return sink_(bytes);
}

}  // namespace trichluc::cli
