/** Before step 1 of the story: opening hours and policy in the centre's database. */
@NullMarked
package org.escale.server.opening.jdbc;

import org.jspecify.annotations.NullMarked;
