/** The counts of the day: what is counted and that it was counted, in one transaction. */
@NullMarked
package org.escale.server.usage.jdbc;

import org.jspecify.annotations.NullMarked;
