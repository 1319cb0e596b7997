/** Staff: signing in, set-up, the gate. */
@NullMarked
package org.escale.server.staff;

import org.jspecify.annotations.NullMarked;
