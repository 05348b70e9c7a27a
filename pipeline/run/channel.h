// Messages with a descriptor now and then, over a socket between two processes of this program.
#pragma once

#include <chrono>
#include <string>

#include "pipeline/run/descriptor.h"

namespace trichluc {

struct ChannelMessage {
  std::string bytes;
  Descriptor file;  // closed where none came along
};

enum class ChannelState { kGood, kClosed, kTimedOut, kBroken };

// For one thread at a time.
class Channel {
 public:
  using Clock = std::chrono::steady_clock;

  explicit Channel(Descriptor socket) : socket_(std::move(socket)) {}

  // `file`: handed to the other side as well; -1 for none. False when the other side is gone.
  bool send(const std::string& bytes, int file = -1);
  // Waits until a whole message has come or the deadline is over. After anything but kGood the channel is of no use.
  ChannelState receive(ChannelMessage& message, Clock::time_point deadline);
  // Waits for ever.
  ChannelState receive(ChannelMessage& message) { return receive(message, Clock::time_point::max()); }

 private:
  ChannelState fill(char* to, std::size_t size, Descriptor& file, Clock::time_point deadline);

  Descriptor socket_;
};

// Two connected ends; closed ones when the system has none left.
struct ChannelEnds {
  Descriptor ours;
  Descriptor theirs;
};
ChannelEnds make_channel_ends();

}  // namespace trichluc
