@NullMarked
package org.escale.client.agent;

import org.jspecify.annotations.NullMarked;
