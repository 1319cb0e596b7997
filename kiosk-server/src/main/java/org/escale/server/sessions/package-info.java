/**
 * Steps 2, 3, 5 and 6 of the story: a station is unlocked, the visit runs, it ends, and the wipe is
 * confirmed. A visit runs only when its station has said so.
 */
@NullMarked
package org.escale.server.sessions;

import org.jspecify.annotations.NullMarked;
