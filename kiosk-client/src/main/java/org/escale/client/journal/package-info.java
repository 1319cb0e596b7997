/** What a station must still know after a power cut. */
@NullMarked
package org.escale.client.journal;

import org.jspecify.annotations.NullMarked;
