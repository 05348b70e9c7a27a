#include "pipeline/run/channel.h"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>

namespace trichluc {
namespace {

constexpr std::uint64_t kMostBytes = std::uint64_t{1} << 31U;  // of one message: a page of text and its words

// The milliseconds that poll() takes: -1 for ever.
int time_left(Channel::Clock::time_point deadline) {
  if (deadline == Channel::Clock::time_point::max()) return -1;
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Channel::Clock::now()).count();
  return static_cast<int>(std::clamp<std::int64_t>(left, 0, 1'000'000'000));
}

// Room for the control message that carries one descriptor.
union Control {
  cmsghdr header;
  std::array<char, CMSG_SPACE(sizeof(int))> bytes;
};

msghdr header_of(iovec& part, Control* control) {
  msghdr header{};
  header.msg_iov = &part;
  header.msg_iovlen = 1;
  if (control != nullptr) {
    header.msg_control = control->bytes.data();
    header.msg_controllen = control->bytes.size();
  }
  return header;
}

ssize_t send_some(int socket, const char* from, std::size_t size, int file) {
  iovec part{const_cast<char*>(from), size};
  Control control{};
  msghdr header = header_of(part, file >= 0 ? &control : nullptr);
  if (file >= 0) {
    cmsghdr* const carried = CMSG_FIRSTHDR(&header);
    carried->cmsg_level = SOL_SOCKET;
    carried->cmsg_type = SCM_RIGHTS;
    carried->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(carried), &file, sizeof file);
  }
  return ::sendmsg(socket, &header, MSG_NOSIGNAL);
}

void take_descriptor(msghdr& header, Descriptor& file) {
  for (cmsghdr* each = CMSG_FIRSTHDR(&header); each != nullptr; each = CMSG_NXTHDR(&header, each)) {
    if (each->cmsg_level != SOL_SOCKET || each->cmsg_type != SCM_RIGHTS) continue;
    int number = -1;
    std::memcpy(&number, CMSG_DATA(each), sizeof number);
    file = Descriptor(number);
  }
}

}  // namespace

bool Channel::send(const std::string& bytes, int file) {
  const std::uint64_t size = bytes.size();
  std::string head(sizeof size, '\0');
  std::memcpy(head.data(), &size, sizeof size);
  for (const std::string* part : std::array<const std::string*, 2>{&head, &bytes}) {
    for (std::size_t at = 0; at < part->size();) {
      const bool with_file = part == &head && at == 0;
      const ssize_t sent = send_some(socket_.get(), part->data() + at, part->size() - at, with_file ? file : -1);
      if (sent < 0 && errno == EINTR) continue;
      if (sent <= 0) return false;
      at += static_cast<std::size_t>(sent);
    }
  }
  return true;
}

ChannelState Channel::fill(char* to, std::size_t size, Descriptor& file, Clock::time_point deadline) {
  while (size > 0) {
    pollfd waited{socket_.get(), POLLIN, 0};
    const int ready = ::poll(&waited, 1, time_left(deadline));
    if (ready < 0 && errno == EINTR) continue;
    if (ready < 0) return ChannelState::kBroken;
    if (ready == 0) return ChannelState::kTimedOut;
    iovec part{to, size};
    Control control{};
    msghdr header = header_of(part, &control);
    const ssize_t got = ::recvmsg(socket_.get(), &header, MSG_CMSG_CLOEXEC);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0 && errno != ECONNRESET) return ChannelState::kBroken;
    if (got <= 0) return ChannelState::kClosed;
    take_descriptor(header, file);
    to += got;
    size -= static_cast<std::size_t>(got);
  }
  return ChannelState::kGood;
}

ChannelState Channel::receive(ChannelMessage& message, Clock::time_point deadline) {
  message = {};
  std::uint64_t size = 0;
  std::array<char, sizeof size> head{};
  if (const auto state = fill(head.data(), head.size(), message.file, deadline); state != ChannelState::kGood) {
    return state;
  }
  std::memcpy(&size, head.data(), sizeof size);
  if (size > kMostBytes) return ChannelState::kBroken;
  // In steps: what is announced is not believed before it comes.
  constexpr std::uint64_t kStep = std::uint64_t{16} << 20U;
  while (message.bytes.size() < size) {
    const std::size_t at = message.bytes.size();
    const auto step = static_cast<std::size_t>(std::min(kStep, size - at));
    message.bytes.resize(at + step);
    if (const auto state = fill(message.bytes.data() + at, step, message.file, deadline);
        state != ChannelState::kGood) {
      return state;
    }
  }
  return ChannelState::kGood;
}

ChannelEnds make_channel_ends() {
  std::array<int, 2> ends{-1, -1};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return {};
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

}  // namespace trichluc
