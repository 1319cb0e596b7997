/** Before step 1 of the story: the pages on which an admin decides hours and policy. */
@NullMarked
package org.escale.server.opening.web;

import org.jspecify.annotations.NullMarked;
