/** Step 2 of the story: the WebSocket to each station, commands one way and reports the other. */
@NullMarked
package org.escale.server.stations.link;

import org.jspecify.annotations.NullMarked;
