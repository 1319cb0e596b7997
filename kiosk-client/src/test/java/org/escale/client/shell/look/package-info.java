/** How the shell looks. */
@NullMarked
package org.escale.client.shell.look;

import org.jspecify.annotations.NullMarked;
