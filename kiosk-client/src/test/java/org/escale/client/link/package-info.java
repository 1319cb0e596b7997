@NullMarked
package org.escale.client.link;

import org.jspecify.annotations.NullMarked;
