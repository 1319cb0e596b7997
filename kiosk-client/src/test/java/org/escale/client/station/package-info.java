@NullMarked
package org.escale.client.station;

import org.jspecify.annotations.NullMarked;
