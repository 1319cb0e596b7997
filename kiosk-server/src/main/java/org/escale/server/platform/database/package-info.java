/**
 * Under every step: one SQLite file with one writer and many readers, so that what has been
 * answered survives a power cut.
 */
@NullMarked
package org.escale.server.platform.database;

import org.jspecify.annotations.NullMarked;
