/** Stations: enrolment, link, readiness. */
@NullMarked
package org.escale.server.stations;

import org.jspecify.annotations.NullMarked;
