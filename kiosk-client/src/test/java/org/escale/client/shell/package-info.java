/** The shell's screens, walked through and watched in real windows. */
@NullMarked
package org.escale.client.shell;

import org.jspecify.annotations.NullMarked;
