/**
 * The centre's server, from a visitor's booking to the count of the day. This package starts it,
 * checks its settings and wires its parts by hand, in the order of the story.
 */
@NullMarked
package org.escale.server;

import org.jspecify.annotations.NullMarked;
