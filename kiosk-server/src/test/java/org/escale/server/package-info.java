/** The whole server, started for real, and what its tests share. */
@NullMarked
package org.escale.server;

import org.jspecify.annotations.NullMarked;
