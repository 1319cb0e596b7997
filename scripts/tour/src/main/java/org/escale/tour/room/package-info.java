/** The room: a screen, a server, one station and a stand-in for the official sites. */
@NullMarked
package org.escale.tour.room;

import org.jspecify.annotations.NullMarked;
