/**
 * Steps 2 to 6 as the console sees them: what the room looks like now, and the news that it has
 * changed. Nothing is decided here.
 */
@NullMarked
package org.escale.server.live;

import org.jspecify.annotations.NullMarked;
