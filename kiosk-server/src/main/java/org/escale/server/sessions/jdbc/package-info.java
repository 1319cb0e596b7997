/** Sessions in the centre's database: station, start and end, for a month. */
@NullMarked
package org.escale.server.sessions.jdbc;

import org.jspecify.annotations.NullMarked;
