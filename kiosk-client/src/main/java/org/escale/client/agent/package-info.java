/** The root process: it owns the station's state and is the only one that decides and acts. */
@NullMarked
package org.escale.client.agent;

import org.jspecify.annotations.NullMarked;
