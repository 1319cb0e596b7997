/**
 * The console's French words for the values of the protocol and for time, in one place. The words
 * of a page itself stand in its template.
 */
@NullMarked
package org.escale.server.platform.words;

import org.jspecify.annotations.NullMarked;
