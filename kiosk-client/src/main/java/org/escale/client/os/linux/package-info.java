/**
 * Steps 2 to 6 of the story on Linux: the bubble in which a visit happens, its display and its
 * network, hiding it, and bursting it until nothing is left.
 */
@NullMarked
package org.escale.client.os.linux;

import org.jspecify.annotations.NullMarked;
