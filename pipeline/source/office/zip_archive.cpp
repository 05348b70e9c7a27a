#include "pipeline/source/office/zip_archive.h"

#include <zip.h>

#include <algorithm>
#include <utility>

#include "pipeline/base/utf8.h"

namespace trichluc {
namespace {

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using File = std::unique_ptr<zip_file_t, CloseFile>;

tl::unexpected<Error> damaged(const std::string& where) {
  return fail(ErrorCode::kUnreadableInput,
              {"the archive is damaged or cut off; copy or pack it again",
               "tệp nén bị hỏng hoặc bị cắt cụt; hãy sao chép hoặc nén lại"},
              where);
}

tl::unexpected<Error> too_many(const std::string& where) {
  return fail(ErrorCode::kUnreadableInput,
              {"the archive lists more than 100000 entries; unpack it and read the folder",
               "tệp nén có hơn 100000 mục; hãy giải nén rồi đọc thư mục"},
              where);
}

tl::unexpected<Error> too_large(const std::string& where, std::uint64_t most) {
  const std::string megabytes = std::to_string(most >> 20U) + " MB";
  return fail(ErrorCode::kUnreadableInput,
              {"unpacks to more than " + megabytes + "; unpack it yourself if it is to be trusted, and read that",
               "giải nén ra hơn " + megabytes + "; nếu tin cậy được, hãy tự giải nén rồi đọc"},
              where);
}

tl::unexpected<Error> locked(const std::string& where) {
  return fail(ErrorCode::kEncrypted,
              {"asks for a password; unpack it and read the files", "đòi mật khẩu; hãy giải nén rồi đọc các tệp"},
              where);
}

// Old archives name their entries in the code page of the computer that packed them; which one, nothing says.
std::string readable(std::string_view name) {
  if (is_valid_utf8(name)) return std::string(name);
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      out += c;
    } else {
      out += {'%', kDigits[byte >> 4U], kDigits[byte & 0xFU]};
    }
  }
  return out;
}

ZipEntry entry_of(zip_t* archive, zip_uint64_t index) {
  ZipEntry entry;
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat_index(archive, index, ZIP_FL_ENC_RAW, &stat) != 0) return entry;
  if ((stat.valid & ZIP_STAT_NAME) != 0) entry.name = readable(stat.name);
  if ((stat.valid & ZIP_STAT_SIZE) != 0) entry.size = stat.size;
  entry.is_folder = entry.name.ends_with('/');
  entry.is_encrypted = (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE;
  return entry;
}

}  // namespace

struct ZipArchive::Impl {
  zip_t* archive = nullptr;

  Impl() = default;
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() {
    if (archive != nullptr) zip_discard(archive);
  }
};

ZipArchive::ZipArchive(std::unique_ptr<Impl> impl, std::vector<ZipEntry> entries, std::string source)
    : impl_(std::move(impl)), entries_(std::move(entries)), source_(std::move(source)) {}
ZipArchive::ZipArchive(ZipArchive&&) noexcept = default;
ZipArchive& ZipArchive::operator=(ZipArchive&&) noexcept = default;
ZipArchive::~ZipArchive() = default;

Result<ZipArchive> ZipArchive::open(std::string_view bytes, const std::string& source) {
  zip_source_t* data = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  if (data == nullptr) return damaged(source);
  auto impl = std::make_unique<Impl>();
  impl->archive = zip_open_from_source(data, ZIP_RDONLY, nullptr);
  if (impl->archive == nullptr) {
    zip_source_free(data);
    return damaged(source);
  }
  const zip_int64_t count = zip_get_num_entries(impl->archive, 0);
  if (count < 0) return damaged(source);
  if (static_cast<std::uint64_t>(count) > kMostEntries) return too_many(source);
  std::vector<ZipEntry> entries;
  for (zip_int64_t i = 0; i < count; ++i) {
    entries.push_back(entry_of(impl->archive, static_cast<zip_uint64_t>(i)));
  }
  return ZipArchive(std::move(impl), std::move(entries), source);
}

std::size_t ZipArchive::find(std::string_view name) const {
  const auto found =
      std::find_if(entries_.begin(), entries_.end(), [name](const ZipEntry& entry) { return entry.name == name; });
  return static_cast<std::size_t>(found - entries_.begin());
}

Result<std::string> ZipArchive::read(std::size_t index, std::uint64_t most) const {
  const std::string where = index < entries_.size() ? source_ + "/" + entries_[index].name : source_;
  if (index >= entries_.size()) return damaged(where);
  if (entries_[index].is_encrypted) return locked(where);
  if (entries_[index].size > most) return too_large(where, most);
  const File file(zip_fopen_index(impl_->archive, index, 0));
  if (!file) return damaged(where);
  std::string bytes;
  constexpr std::size_t kChunk = std::size_t{256} << 10U;
  while (bytes.size() <= most) {
    const std::size_t before = bytes.size();
    bytes.resize(before + kChunk);
    const zip_int64_t got = zip_fread(file.get(), bytes.data() + before, kChunk);
    bytes.resize(before + static_cast<std::size_t>(std::max<zip_int64_t>(got, 0)));
    if (got < 0) return damaged(where);
    if (got == 0) return bytes;
  }
  return too_large(where, most);
}

}  // namespace trichluc
