/**
 * What a station and the server say to each other, in every step of the story: commands one way,
 * reports the other, questions and answers beside them.
 *
 * <p>Only records, enums and their checks live here. {@link org.escale.protocol.codec} turns them
 * into JSON; nothing else knows how they look on the wire.
 */
@NullMarked
package org.escale.protocol;

import org.jspecify.annotations.NullMarked;
