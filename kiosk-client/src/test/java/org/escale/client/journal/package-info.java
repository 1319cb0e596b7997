@NullMarked
package org.escale.client.journal;

import org.jspecify.annotations.NullMarked;
