/** Tests of step 1 of the story for whom no station is free. */
@NullMarked
package org.escale.server.queue;

import org.jspecify.annotations.NullMarked;
