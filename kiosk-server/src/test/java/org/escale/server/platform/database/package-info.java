/** The store: one writer, many readers, nothing lost. */
@NullMarked
package org.escale.server.platform.database;

import org.jspecify.annotations.NullMarked;
