/**
 * Step 6, doubted: looks over the whole machine for anything that a visit left. It shares no code
 * with the wipe, starts no program, changes nothing, and never says the name of a file.
 */
@NullMarked
package org.escale.client.audit;

import org.jspecify.annotations.NullMarked;
