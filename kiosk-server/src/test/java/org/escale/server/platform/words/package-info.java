/** Tests of the console's words. */
@NullMarked
package org.escale.server.platform.words;

import org.jspecify.annotations.NullMarked;
