/** Tests of groups that take several stations at once. */
@NullMarked
package org.escale.server.workshops;

import org.jspecify.annotations.NullMarked;
