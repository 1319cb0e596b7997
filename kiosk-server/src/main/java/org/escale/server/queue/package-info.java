/**
 * Step 1 of the story for whom no station is free: visitors wait in order of arrival, and the next
 * free station that fits is kept for the first of them. A place in the queue is a booking that has
 * no time yet.
 */
@NullMarked
package org.escale.server.queue;

import org.jspecify.annotations.NullMarked;
