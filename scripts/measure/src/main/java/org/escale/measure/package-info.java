/** Measures the server's parts on a real database: how fast, and how that grows. */
@NullMarked
package org.escale.measure;

import org.jspecify.annotations.NullMarked;
