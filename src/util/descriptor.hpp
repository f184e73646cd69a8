// Descriptor: owns a file descriptor; closed when it goes.
#pragma once

#include <utility>

#include <unistd.h>

namespace papers::util {

class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int descriptor) : m_descriptor(descriptor) {}
  Descriptor(Descriptor&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
  }
  ~Descriptor() { close(); }

  void close() {
    if (m_descriptor >= 0) {
      ::close(std::exchange(m_descriptor, -1));
    }
  }
  [[nodiscard]] int get() const { return m_descriptor; }
  [[nodiscard]] bool valid() const { return m_descriptor >= 0; }

 private:
  int m_descriptor = -1;
};

}  // namespace papers::util
