/** Step 3, the session: one moment, the dock beside the visit, the cover over it. */
@NullMarked
package org.escale.client.shell.session;

import org.jspecify.annotations.NullMarked;
