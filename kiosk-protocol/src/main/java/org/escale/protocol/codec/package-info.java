/** How the messages look as JSON: names, never ordinals; bounded; unknown fields ignored. */
@NullMarked
package org.escale.protocol.codec;

import org.jspecify.annotations.NullMarked;
