/**
 * A small web site that plays the official ones, which are not to be disturbed by a demonstration.
 */
@NullMarked
package org.escale.tour.standin;

import org.jspecify.annotations.NullMarked;
