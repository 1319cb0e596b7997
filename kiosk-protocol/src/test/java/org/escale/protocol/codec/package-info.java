/** The wire, by golden examples that both sides' tests read. */
@NullMarked
package org.escale.protocol.codec;

import org.jspecify.annotations.NullMarked;
