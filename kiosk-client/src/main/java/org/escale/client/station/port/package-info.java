/** What the station needs from the machine it runs on. Interfaces without a word of any OS. */
@NullMarked
package org.escale.client.station.port;

import org.jspecify.annotations.NullMarked;
