/**
 * Steps 2 to 6 on the mediator's screen: the room page, and its pieces sent again as they change.
 */
@NullMarked
package org.escale.server.live.web;

import org.jspecify.annotations.NullMarked;
