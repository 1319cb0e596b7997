/**
 * Under every step: the centre's own certificate authority, which stations pin and staff browsers
 * are told to trust.
 */
@NullMarked
package org.escale.server.platform.trust;

import org.jspecify.annotations.NullMarked;
