/** Steps 2 to 6 of the story on Linux: the few native libraries the bubble needs, bound plainly. */
@NullMarked
package org.escale.client.os.linux.jna;

import org.jspecify.annotations.NullMarked;
