// The door to everything that talks to the network: one C symbol in the loadable part "online.so".
//
// Whoever loads the part looks up k_open_sources_symbol and treats it as OpenSources.
// The part must stay loaded as long as what it returned is alive.
#pragma once

#include "papers/source.hpp"

namespace papers::sources {

/// Opens all sources. The caller owns the result and deletes it; everything that the settings
/// refer to must outlive it. Throws Failure when a setting makes no sense.
using OpenSources = Sources*(const SourceSettings& settings);

inline constexpr const char* k_open_sources_symbol = "papers_open_sources";

}  // namespace papers::sources

extern "C" papers::Sources* papers_open_sources(const papers::SourceSettings& settings);
