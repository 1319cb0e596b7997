/** What every page of the console has around it: title, places to go, who is signed in, icons. */
@NullMarked
package org.escale.server.platform.page;

import org.jspecify.annotations.NullMarked;
