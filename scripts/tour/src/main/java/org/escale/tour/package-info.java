/**
 * A whole room on one machine, for showing, for playing the story by itself and for measuring it.
 * Nothing of it is part of a centre's installation.
 */
@NullMarked
package org.escale.tour;

import org.jspecify.annotations.NullMarked;
