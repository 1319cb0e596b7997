/** Steps 5 and 6: goodbye, erasing, and the station that cannot be used. */
@NullMarked
package org.escale.client.shell.goodbye;

import org.jspecify.annotations.NullMarked;
