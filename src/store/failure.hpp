// What SQLite says, as a Failure that names the file and the cause.
#pragma once

#include <filesystem>
#include <utility>

#include <SQLiteCpp/Exception.h>

#include "papers/error.hpp"

namespace papers::store {

/// "disk full", "damaged", ...: try_later when somebody else holds the file, failed otherwise.
[[nodiscard]] Failure failure_from(const SQLite::Exception& error, const std::filesystem::path& file);

/// Runs `body`; what SQLite throws becomes a Failure about `file`.
template <class Body>
decltype(auto) translating(const std::filesystem::path& file, Body&& body) {
  try {
    return std::forward<Body>(body)();
  } catch (const SQLite::Exception& error) {
    throw failure_from(error, file);
  }
}

}  // namespace papers::store
