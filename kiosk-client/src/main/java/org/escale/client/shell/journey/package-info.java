/** What every screen knows of its surroundings, and where a visitor at a free station stands. */
@NullMarked
package org.escale.client.shell.journey;

import org.jspecify.annotations.NullMarked;
