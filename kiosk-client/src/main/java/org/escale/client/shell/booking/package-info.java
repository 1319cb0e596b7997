/** Step 1, a visitor books: times to choose from, the ticket, and its digits typed again. */
@NullMarked
package org.escale.client.shell.booking;

import org.jspecify.annotations.NullMarked;
