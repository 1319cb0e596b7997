/**
 * Step 1 of the story for groups: a mediator reserves several stations at once, for one date or for
 * some weeks, and opens them together.
 */
@NullMarked
package org.escale.server.workshops;

import org.jspecify.annotations.NullMarked;
