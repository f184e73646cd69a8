// Result<T, E>: a value, or the reason why there is none.
//
// Our own 40 lines because g++ 12 has no std::expected in C++20 and the public
// headers use nothing but the standard library. T and E must be different types.
#pragma once

#include <cassert>
#include <utility>
#include <variant>

#include "papers/error.hpp"

namespace papers {

template <class T, class E = Error>
class [[nodiscard]] Result {
 public:
  Result(T value) : m_content(std::in_place_index<0>, std::move(value)) {}  // NOLINT: implicit by design
  Result(E error) : m_content(std::in_place_index<1>, std::move(error)) {}  // NOLINT: implicit by design

  [[nodiscard]] bool ok() const { return m_content.index() == 0; }
  explicit operator bool() const { return ok(); }

  /// The value. Asking a failed result for it is a programmer error.
  [[nodiscard]] T& value() {
    assert(ok());
    return *std::get_if<0>(&m_content);
  }
  [[nodiscard]] const T& value() const {
    assert(ok());
    return *std::get_if<0>(&m_content);
  }
  T& operator*() { return value(); }
  const T& operator*() const { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  /// The error. Asking a good result for it is a programmer error.
  [[nodiscard]] const E& error() const {
    assert(!ok());
    return *std::get_if<1>(&m_content);
  }

 private:
  std::variant<T, E> m_content;
};

/// The value, or the error thrown as a Failure: for callers that cannot go on without it.
template <class T>
T value_or_throw(Result<T, Error> result) {
  if (!result) {
    throw Failure(result.error());
  }
  return std::move(*result);
}

}  // namespace papers
