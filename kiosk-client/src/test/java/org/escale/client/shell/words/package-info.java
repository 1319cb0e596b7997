/** What the shell says. */
@NullMarked
package org.escale.client.shell.words;

import org.jspecify.annotations.NullMarked;
