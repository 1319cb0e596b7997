/**
 * Step 7 of the story: what was done is added to the counts of the day, once, and nothing else is
 * kept.
 */
@NullMarked
package org.escale.server.usage;

import org.jspecify.annotations.NullMarked;
