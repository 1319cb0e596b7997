/**
 * Steps 2 to 6 of the story, rehearsed: the same visit in a window, without root, so that it can be
 * tried on anyone's own computer. Nothing here locks or isolates anything.
 */
@NullMarked
package org.escale.client.os.rehearsal;

import org.jspecify.annotations.NullMarked;
