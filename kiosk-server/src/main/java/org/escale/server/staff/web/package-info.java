/** Staff beside the story: signing in and out, the first set-up, and the gate to the console. */
@NullMarked
package org.escale.server.staff.web;

import org.jspecify.annotations.NullMarked;
