/** Step 4, a guide beside the visit: what to prepare, then one step at a time. */
@NullMarked
package org.escale.client.shell.guide;

import org.jspecify.annotations.NullMarked;
