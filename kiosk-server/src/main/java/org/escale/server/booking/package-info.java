/**
 * Step 1 of the story: a visitor books a slot, or takes a station now, and gets a ticket.
 *
 * <p>{@link org.escale.server.booking.BookingRules} decides from times alone; {@link
 * org.escale.server.booking.BookingStore} makes a double booking impossible.
 */
@NullMarked
package org.escale.server.booking;

import org.jspecify.annotations.NullMarked;
