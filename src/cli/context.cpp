#include "cli/context.hpp"

#include <istream>
#include <ostream>

#include "papers/ranking.hpp"

#include "app/load_sources.hpp"
#include "config/api_keys.hpp"
#include "config/config_file.hpp"
#include "util/calendar.hpp"
#include "util/strings.hpp"

namespace papers::cli {

struct Context::Opened {
  std::optional<app::Places> places;
  std::optional<config::Settings> settings;
  std::optional<Library> library;
  bool writable = false;
  std::unique_ptr<ResponseCache> cache;
  std::unique_ptr<Sources> sources;
};

Context::Context(Environment& environment, GlobalOptions options)
    : m_environment(environment), m_options(std::move(options)), m_opened(std::make_unique<Opened>()) {}

Context::~Context() = default;

const app::Places& Context::places() {
  if (!m_opened->places) {
    m_opened->places = app::find_places(m_environment.variable, m_environment.program);
  }
  return *m_opened->places;
}

const config::Settings& Context::settings() {
  if (!m_opened->settings) {
    std::vector<config::Term> terms;
    for (const RankTerm& term : rank_terms()) {
      terms.push_back({term.name, term.summary, term.default_weight});
    }
    config::Settings settings(terms);
    config::read_config_file(places().config_file(), settings);
    for (const std::string& assignment : m_options.set) {
      settings.overlay_assignment(assignment);
    }
    m_opened->settings = std::move(settings);
  }
  return *m_opened->settings;
}

const Library& Context::library() {
  if (!m_opened->library) {
    m_opened->library = Library::open(places().library(), Library::Mode::read, m_environment.clock);
  }
  return *m_opened->library;
}

Library& Context::writable_library() {
  if (const auto hook = m_environment.variable("PAPERS_HOOK")) {
    throw Failure(ExitCode::refused, "the hook " + *hook + " may read the library, not change it");
  }
  if (!m_opened->writable) {
    m_opened->library.reset();
    m_opened->library = Library::open(places().library(), Library::Mode::write, m_environment.clock);
    m_opened->writable = true;
  }
  return *m_opened->library;
}

bool Context::offline() const {
  return m_options.offline || m_environment.variable("PAPERS_OFFLINE").value_or("0") != "0";
}

Sources& Context::sources() {
  if (!m_opened->sources) {
    m_opened->sources = open_sources();
  }
  return *m_opened->sources;
}

std::unique_ptr<Sources> Context::open_sources() {
  SourceSettings wanted;
  wanted.clock = &m_environment.clock;
  m_opened->cache = app::open_response_cache(places());
  wanted.cache = m_opened->cache.get();
  wanted.interrupted = &m_environment.interrupted;
  wanted.offline = offline();
  wanted.refresh = m_refresh;
  wanted.seed_file = places().seed_file();
  wanted.gate_dir = places().gates;
  wanted.contact = settings().text("fetch.contact");
  add_services(wanted);
  wanted.arxiv_interval = settings().number("fetch.arxiv_interval");
  wanted.retry_base = settings().number("fetch.retry_base");
  for (const char* proxy : {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"}) {
    wanted.proxied = wanted.proxied || m_environment.variable(proxy).has_value();
  }
  return m_environment.open_sources(places().parts, wanted);
}

/// Where the services are, who is asked in which order, and with which keys.
void Context::add_services(SourceSettings& wanted) {
  const auto variable = [this](const char* name) { return m_environment.variable(name).value_or(""); };
  wanted.arxiv_url = variable("PAPERS_ARXIV_URL");
  wanted.crossref_url = variable("PAPERS_CROSSREF_URL");
  wanted.s2_url = variable("PAPERS_S2_URL");
  wanted.openalex_url = variable("PAPERS_OPENALEX_URL");
  wanted.reference_sources = settings().list("sources.references");
  if (!wanted.offline) {
    const config::ApiKeys keys = config::find_api_keys(m_environment.variable, places().key_file());
    wanted.s2_key = keys.s2;
    wanted.openalex_key = keys.openalex;
  }
}

std::string Context::today() const {
  return util::local_day(now());
}

app::ThisWeek Context::this_week() {
  const bool sunday = settings().text("week.starts") == "sunday";
  return app::this_week(today(), sunday ? util::WeekStart::sunday : util::WeekStart::monday);
}

void Context::act_afterwards() {
  if (m_afterwards) {
    m_afterwards();
  }
}

bool Context::confirmed(const std::string& question, std::size_t items) {
  constexpr std::size_t k_many = 3;
  if (m_options.yes || !m_environment.terminal.in || items < k_many) {
    return true;
  }
  m_environment.err << question << " [y/N] " << std::flush;
  std::string answer;
  std::getline(m_environment.in, answer);
  answer = util::lower(util::trim(answer));
  return answer == "y" || answer == "yes";
}

}  // namespace papers::cli
