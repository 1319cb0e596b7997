/** Step 1 on the mediator's screen and on the stations' line: bookings. */
@NullMarked
package org.escale.server.booking.web;

import org.jspecify.annotations.NullMarked;
