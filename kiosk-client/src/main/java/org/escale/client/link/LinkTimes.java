package org.escale.client.link;

import java.time.Duration;
import org.escale.protocol.Protocol;

/**
 * When a link is looked after.
 *
 * @param pingEvery with nothing else to send, this often
 * @param deadAfter nothing heard for so long: it is dead
 */
record LinkTimes(Duration pingEvery, Duration deadAfter) {

  static final LinkTimes USUAL = new LinkTimes(Protocol.PING_EVERY, Protocol.DEAD_AFTER);
}
