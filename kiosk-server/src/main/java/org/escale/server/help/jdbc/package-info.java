/** Calls for a mediator in the centre's database. */
@NullMarked
package org.escale.server.help.jdbc;

import org.jspecify.annotations.NullMarked;
