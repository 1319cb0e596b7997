/** Tells an outside driver where the pressables are, on request of who starts the shell. */
@NullMarked
package org.escale.client.shell.describe;

import org.jspecify.annotations.NullMarked;
