/** The centre's authority and what trusts it. */
@NullMarked
package org.escale.server.platform.trust;

import org.jspecify.annotations.NullMarked;
