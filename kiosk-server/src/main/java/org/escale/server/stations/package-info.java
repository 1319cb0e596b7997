/**
 * Step 2 of the story, a station unlocks: which stations the centre has, what each is doing, and
 * how to tell one something. Knows of no visitor and no booking.
 */
@NullMarked
package org.escale.server.stations;

import org.jspecify.annotations.NullMarked;
