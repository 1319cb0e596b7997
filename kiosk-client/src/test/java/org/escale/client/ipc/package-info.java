@NullMarked
package org.escale.client.ipc;

import org.jspecify.annotations.NullMarked;
