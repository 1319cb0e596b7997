/**
 * Step 3 of the story, the session: what a visitor brings along on her telephone goes through the
 * server's memory into her visit, and stays nowhere on the way.
 */
@NullMarked
package org.escale.server.bring;

import org.jspecify.annotations.NullMarked;
