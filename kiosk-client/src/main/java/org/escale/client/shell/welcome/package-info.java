/** Before step 1: language, what to do, what is kept and what is not. */
@NullMarked
package org.escale.client.shell.welcome;

import org.jspecify.annotations.NullMarked;
