/** Measures: a line each with its aim, met or missed, and the same as JSON. */
@NullMarked
package org.escale.tour.bench;

import org.jspecify.annotations.NullMarked;
