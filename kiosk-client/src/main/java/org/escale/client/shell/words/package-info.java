/** Everything the shell says, in the three languages: words, times, durations, names of tickets. */
@NullMarked
package org.escale.client.shell.words;

import org.jspecify.annotations.NullMarked;
