/** Staff beside the story: accounts, sign-ins and the audit log in the database. */
@NullMarked
package org.escale.server.staff.jdbc;

import org.jspecify.annotations.NullMarked;
