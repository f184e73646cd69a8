#include "server/recording.hpp"

#include <fstream>
#include <iostream>
#include <iterator>
#include <utility>

#include "support/shared_folder.hpp"

namespace papers::test {

Recordings::Recordings(std::string service) : m_service(std::move(service)) {}

Recordings::~Recordings() {
  std::cout << "shape of " << m_service << ": "
            << (m_compared == 0 ? "skipped, no recordings at hand"
                                : "compared with recordings " + std::to_string(m_compared) + " times")
            << '\n';
}

void Recordings::with(const std::string& name,
                      const std::function<void(const std::string& body)>& compare) const {
  std::ifstream file(shared_folder() / "recordings" / m_service / name, std::ios::binary);
  if (file) {
    compare(std::string(std::istreambuf_iterator<char>(file), {}));
    ++m_compared;
  }
}

std::set<std::string> keys_of(const nlohmann::json& value) {
  std::set<std::string> keys;
  if (value.is_object()) {
    for (const auto& [key, member] : value.items()) {
      keys.insert(key);
    }
  }
  return keys;
}

}  // namespace papers::test
