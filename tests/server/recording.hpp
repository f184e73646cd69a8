// Answers that the real services gave, when they are at hand beside the project.
#pragma once

#include <filesystem>
#include <functional>
#include <set>
#include <string>

#include <nlohmann/json.hpp>

namespace papers::test {

/// The recorded answers of one service. Says at its end how many were compared.
class Recordings {
 public:
  explicit Recordings(std::string service);
  Recordings(const Recordings&) = delete;
  Recordings& operator=(const Recordings&) = delete;
  ~Recordings();

  /// Calls `compare` with the recorded body, unless it is not there.
  void with(const std::string& name, const std::function<void(const std::string& body)>& compare) const;

 private:
  std::string m_service;
  mutable int m_compared = 0;
};

/// Names of an object's members; empty for anything else.
[[nodiscard]] std::set<std::string> keys_of(const nlohmann::json& value);

}  // namespace papers::test
