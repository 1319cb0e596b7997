/** What visitors see and press: one view and one view model for each screen. */
@NullMarked
package org.escale.client.shell;

import org.jspecify.annotations.NullMarked;
