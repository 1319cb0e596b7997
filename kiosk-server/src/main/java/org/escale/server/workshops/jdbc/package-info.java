/** Where workshops are kept. */
@NullMarked
package org.escale.server.workshops.jdbc;

import org.jspecify.annotations.NullMarked;
