// Values as bytes, between the coordinator and its page workers: the same build on the same machine, so there are no
// versions and no byte order. What comes back from a worker is not trusted: a worker reads hostile files and may have
// been taken over, so every length is checked and a message that does not fit is refused whole.
//
// A struct takes part by a function beside it: template <class A> void fields(A& archive, T& value) { archive(value.a);
// }
#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace trichluc::wire {

template <class T>
concept Scalar = std::is_arithmetic_v<T> || std::is_enum_v<T>;

class Writer {
 public:
  template <class... T>
  void operator()(const T&... values) {
    (put(values), ...);
  }
  std::string take() { return std::move(bytes_); }

 private:
  template <Scalar T>
  void put(const T& value) {
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void put(const std::string& text) {
    put(static_cast<std::uint64_t>(text.size()));
    bytes_ += text;
  }
  template <class T>
  void put(const std::vector<T>& values) {
    put(static_cast<std::uint64_t>(values.size()));
    for (const T& value : values) put(value);
  }
  template <class T>
  void put(const std::optional<T>& value) {
    put(value.has_value());
    if (value) put(*value);
  }
  template <class T>
  requires std::is_class_v<T>
  void put(const T& value) {
    fields(*this, const_cast<T&>(value));  // a writer changes nothing
  }

  std::string bytes_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  template <class... T>
  void operator()(T&... values) {
    (get(values), ...);
  }
  // All was there and nothing is left over.
  bool done() const { return good_ && bytes_.empty(); }

 private:
  template <Scalar T>
  void get(T& value) {
    if (!has(sizeof value)) return;
    if constexpr (std::is_same_v<T, bool>) {
      value = bytes_.front() != 0;  // any other bit pattern in a bool is undefined behaviour
    } else {
      std::memcpy(&value, bytes_.data(), sizeof value);
    }
    bytes_.remove_prefix(sizeof value);
  }
  void get(std::string& text) {
    std::uint64_t size = 0;
    get(size);
    if (!has(size)) return;
    text.assign(bytes_.substr(0, size));
    bytes_.remove_prefix(size);
  }
  template <class T>
  void get(std::vector<T>& values) {
    std::uint64_t count = 0;
    get(count);
    if (!has(count)) return;  // every value takes a byte at least, so a false count cannot ask for memory
    values.clear();
    for (std::uint64_t i = 0; i < count && good_; ++i) get(values.emplace_back());
  }
  template <class T>
  void get(std::optional<T>& value) {
    bool there = false;
    get(there);
    value.reset();
    if (there && good_) get(value.emplace());
  }
  template <class T>
  requires std::is_class_v<T>
  void get(T& value) { fields(*this, value); }
  bool has(std::uint64_t size) {
    good_ = good_ && size <= bytes_.size();
    return good_;
  }

  std::string_view bytes_;
  bool good_ = true;
};

template <class T>
std::string to_bytes(const T& value) {
  Writer writer;
  writer(value);
  return writer.take();
}

// Empty when the bytes are not exactly one T.
template <class T>
std::optional<T> from_bytes(std::string_view bytes) {
  Reader reader(bytes);
  T value{};
  reader(value);
  if (!reader.done()) return std::nullopt;
  return value;
}

}  // namespace trichluc::wire
