/** What staff does about this step of the story, on the console's pages. */
@NullMarked
package org.escale.server.help.web;

import org.jspecify.annotations.NullMarked;
