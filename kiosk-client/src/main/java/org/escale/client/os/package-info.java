/** The machine under a station, one folder per OS. */
@NullMarked
package org.escale.client.os;

import org.jspecify.annotations.NullMarked;
