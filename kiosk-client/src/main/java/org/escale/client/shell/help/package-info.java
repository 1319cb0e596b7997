/** Step 4, a call for a mediator. */
@NullMarked
package org.escale.client.shell.help;

import org.jspecify.annotations.NullMarked;
