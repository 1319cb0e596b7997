/** Tests of opening hours and policy. */
@NullMarked
package org.escale.server.opening;

import org.jspecify.annotations.NullMarked;
