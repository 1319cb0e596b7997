/** What both sides agree on, by example. */
@NullMarked
package org.escale.protocol;

import org.jspecify.annotations.NullMarked;
