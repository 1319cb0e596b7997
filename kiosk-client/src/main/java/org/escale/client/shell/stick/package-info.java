/** Steps 3 and 5: the visitor's stick, beside her work and at goodbye. */
@NullMarked
package org.escale.client.shell.stick;

import org.jspecify.annotations.NullMarked;
