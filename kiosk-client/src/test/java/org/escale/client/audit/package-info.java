@NullMarked
package org.escale.client.audit;

import org.jspecify.annotations.NullMarked;
