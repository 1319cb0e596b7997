/** Before step 1 of the story: when the centre is open, and what it allows its visitors. */
@NullMarked
package org.escale.server.opening;

import org.jspecify.annotations.NullMarked;
