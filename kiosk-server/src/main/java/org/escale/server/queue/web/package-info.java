/**
 * Step 1 at the stations, on the room's display and on the mediator's screen: who waits and who is
 * called.
 */
@NullMarked
package org.escale.server.queue.web;

import org.jspecify.annotations.NullMarked;
