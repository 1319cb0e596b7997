@NullMarked
package org.escale.client;

import org.jspecify.annotations.NullMarked;
