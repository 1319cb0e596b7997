/** Bookings in the centre's database: a primary key makes a double booking impossible. */
@NullMarked
package org.escale.server.booking.jdbc;

import org.jspecify.annotations.NullMarked;
