/** Step 4 of the story: a visitor calls a mediator, who sees who waits and why. */
@NullMarked
package org.escale.server.help;

import org.jspecify.annotations.NullMarked;
