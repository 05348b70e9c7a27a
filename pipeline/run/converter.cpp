#include "pipeline/run/converter.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <system_error>
#include <utility>

#include "pipeline/run/sandbox.h"

namespace trichluc {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> missing(const std::string& source) {
  return fail(ErrorCode::kMissingDependency,
              {"an old office file needs LibreOffice to be read; install libreoffice-writer-nogui and "
               "libreoffice-calc-nogui, or "
               "save it as DOCX, XLSX or PDF",
               "tệp văn phòng đời cũ cần LibreOffice để đọc; hãy cài libreoffice-writer-nogui và "
               "libreoffice-calc-nogui, hoặc lưu "
               "thành DOCX, XLSX hay PDF"},
              source);
}

tl::unexpected<Error> failed(const Message& why, const std::string& source) {
  return fail(
      ErrorCode::kChildProcess,
      {"LibreOffice could not convert it (" + why.en + "); open it, save it as DOCX or XLSX and read that",
       "LibreOffice không chuyển được tệp (" + why.vi + "); hãy mở ra, lưu thành DOCX hoặc XLSX rồi đọc bản đó"},
      source);
}

tl::unexpected<Error> no_folder(const std::string& source) {
  return fail(ErrorCode::kFileAccess,
              {"no folder can be made for the conversion; make room in the folder for temporary files (TMPDIR)",
               "không tạo được thư mục tạm để chuyển đổi; hãy dọn chỗ cho tệp tạm (TMPDIR)"},
              source);
}

// Executable files on PATH.
std::string on_path(const std::string& name) {
  const char* path = std::getenv("PATH");
  std::string rest = path == nullptr ? "" : path;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(':'), rest.size());
    const std::string file = rest.substr(0, end) + "/" + name;
    if (::access(file.c_str(), X_OK) == 0) return file;
    rest.erase(0, std::min(end + 1, rest.size()));
  }
  return "";
}

std::string output_filter(const std::string& to) {
  return to == "docx" ? "docx:MS Word 2007 XML" : to == "xlsx" ? "xlsx:Calc MS Excel 2007 XML" : to;
}

constexpr std::string_view kFolderName = "trichluc-";

// Takes away what a program left that was killed: folders named after a process that is no more.
void remove_orphans(const fs::path& temporary) {
  std::error_code error;
  for (fs::directory_iterator entry(temporary, error); !error && entry != fs::directory_iterator();
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (!name.starts_with(kFolderName)) continue;
    const int owner = std::atoi(name.c_str() + kFolderName.size());
    std::error_code ignored;
    if (owner > 0 && ::kill(owner, 0) != 0 && errno == ESRCH) fs::remove_all(entry->path(), ignored);
  }
}

// A private folder, which goes when this does.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::error_code error;
    const fs::path temporary = fs::temp_directory_path(error);
    if (error) return;
    remove_orphans(temporary);
    std::string pattern = (temporary / kFolderName).string() + std::to_string(::getpid()) + "-XXXXXX";
    if (::mkdtemp(pattern.data()) != nullptr) path_ = pattern;
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code error;
    if (!path_.empty()) fs::remove_all(path_, error);
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

bool write_file(const fs::path& file, std::string_view bytes) {
  std::ofstream out(file, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  return out.good();
}

std::vector<char*> pointers_to(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

// Nothing of the user's reaches it, and all that it writes goes into the private folder.
std::vector<std::string> environment_in(const fs::path& folder) {
  const char* path = std::getenv("PATH");
  return {std::string("PATH=") + (path == nullptr ? "" : path), "LANG=C.UTF-8", "HOME=" + folder.string(),
          "TMPDIR=" + folder.string()};
}

int spawn(const std::vector<std::string>& words, const fs::path& folder, pid_t& pid) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawnattr_init(&attributes);
  for (const int standard : {0, 1, 2}) {
    ::posix_spawn_file_actions_addopen(&actions, standard, "/dev/null", standard == 0 ? O_RDONLY : O_WRONLY, 0);
  }
  // A group of its own, so that everything it starts can be ended with it.
  ::posix_spawnattr_setpgroup(&attributes, 0);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
  std::vector<std::string> own = words;
  std::vector<std::string> environment = environment_in(folder);
  const int error = ::posix_spawn(&pid, words.front().c_str(), &actions, &attributes, pointers_to(own).data(),
                                  pointers_to(environment).data());
  ::posix_spawn_file_actions_destroy(&actions);
  ::posix_spawnattr_destroy(&attributes);
  return error;
}

// "soffice" is a script that starts others, which would outlive a killed program; the office itself lies beside it.
std::string office_itself(const std::string& program) {
  std::error_code error;
  const fs::path file = fs::canonical(program, error);
  const fs::path beside = file.parent_path() / "soffice.bin";
  return !error && ::access(beside.c_str(), X_OK) == 0 ? beside.string() : program;
}

}  // namespace

int become_converter(const std::vector<std::string>& words) {
  constexpr std::uint64_t kMemory = std::uint64_t{2} << 30U;  // of each process of it
  die_with_parent();
  if (words.empty() || !enter_converter_sandbox({kMemory})) return static_cast<int>(ErrorCode::kChildProcess);
  std::vector<std::string> own = words;
  ::execv(own.front().c_str(), pointers_to(own).data());
  return static_cast<int>(ErrorCode::kMissingDependency);
}

std::string find_office() {
  if (const char* named = std::getenv("TRICHLUC_SOFFICE"); named != nullptr) {
    const std::string name = named;
    return office_itself(name.find('/') == std::string::npos ? on_path(name) : name);
  }
  for (const char* name : {"soffice", "libreoffice"}) {
    std::string found = on_path(name);
    if (!found.empty()) return office_itself(found);
  }
  return "";
}

Result<Snapshot> Converter::convert(const Snapshot& file, const std::string& from, const std::string& to,
                                    const std::string& source) {
  if (options_.office.empty() || ::access(options_.office.c_str(), X_OK) != 0) return missing(source);
  const std::lock_guard one_at_a_time(mutex_);
  const TemporaryFolder folder;
  if (folder.path().empty() || !write_file(folder.path() / ("input." + from), file.bytes())) return no_folder(source);
  {
    const std::lock_guard lock(state_);
    folder_ = folder.path();
  }
  auto converted = run(folder.path(), from, to, source);
  const std::lock_guard lock(state_);
  folder_.clear();
  return converted;
}

Result<Snapshot> Converter::run(const fs::path& folder, const std::string& from, const std::string& to,
                                const std::string& source) {
  const std::vector<std::string> words{options_.self,
                                       kConverterFlag,
                                       options_.office,
                                       "-env:UserInstallation=file://" + (folder / "profile").string(),
                                       "-env:OSL_SOCKET_PATH=" + folder.string(),
                                       "--headless",
                                       "--norestore",
                                       "--nologo",
                                       "--nodefault",
                                       "--nolockcheck",
                                       "--convert-to",
                                       output_filter(to),
                                       "--outdir",
                                       (folder / "out").string(),
                                       (folder / ("input." + from)).string()};
  // It ends once to be started anew when it has made its profile.
  Ending ending;
  for (int run = 0; run < 2 && (run == 0 || ending.start_anew); ++run) {
    pid_t pid = -1;
    if (spawn(words, folder, pid) != 0) return failed({"it could not be started", "không khởi động được"}, source);
    {
      const std::lock_guard lock(state_);
      running_ = pid;
    }
    ending = wait(pid);
  }
  if (!ending.fault.en.empty()) return failed(ending.fault, source);
  auto converted = Snapshot::of_file(folder / "out" / ("input." + to));
  if (!converted) return failed({"it gave no file", "không có kết quả"}, source);
  return converted;
}

Converter::Ending Converter::wait(pid_t pid) {
  const auto deadline = std::chrono::steady_clock::now() + options_.time;
  int status = 0;
  bool in_time = true;
  constexpr int kPatience = 20;  // milliseconds
  for (;;) {
    const pid_t ended = ::waitpid(pid, &status, WNOHANG);
    if (ended == pid || (ended < 0 && errno != EINTR)) break;
    in_time = std::chrono::steady_clock::now() < deadline;
    if (!in_time) break;
    ::poll(nullptr, 0, kPatience);
  }
  // Whatever it left running ends with it.
  ::kill(-pid, SIGKILL);
  if (!in_time) ::waitpid(pid, &status, 0);
  const std::lock_guard lock(state_);
  running_ = -1;
  const std::string seconds = std::to_string(options_.time.count());
  if (!in_time) return {{"took more than " + seconds + " seconds", "quá " + seconds + " giây"}, false};
  if (WIFEXITED(status) && WEXITSTATUS(status) != 0) {
    constexpr int kStartAnew = 81;
    const std::string code = std::to_string(WEXITSTATUS(status));
    return {{"it ended with code " + code, "kết thúc với mã " + code}, WEXITSTATUS(status) == kStartAnew};
  }
  if (WIFSIGNALED(status)) {
    const std::string number = std::to_string(WTERMSIG(status));
    return {{"killed by signal " + number, "bị tín hiệu " + number + " kết thúc"}, false};
  }
  return {};
}

void Converter::abandon() {
  const std::lock_guard lock(state_);
  if (running_ > 0) ::kill(-running_, SIGKILL);
  std::error_code error;
  if (!folder_.empty()) fs::remove_all(folder_, error);
}

}  // namespace trichluc
