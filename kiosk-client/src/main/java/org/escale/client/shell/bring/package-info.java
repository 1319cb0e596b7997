/** Step 3, the session: a paper comes into the visit by the visitor's telephone. */
@NullMarked
package org.escale.client.shell.bring;

import org.jspecify.annotations.NullMarked;
