#include "sources/service.hpp"

#include "net/url.hpp"

namespace papers::sources {

Service::Service(const SourceSettings& settings, HttpClient& client, const std::string& own,
                 const std::string& replacement)
    : clock(*settings.clock),
      http(client),
      offline(settings.offline),
      address(net::with_address(own, replacement)) {}

}  // namespace papers::sources
