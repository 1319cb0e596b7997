/** The console as its people meet it: in a browser, page by page. */
@NullMarked
package org.escale.server.console;

import org.jspecify.annotations.NullMarked;
