/**
 * Step 4 of the story: the guided tasks that a visitor follows beside her browser, and the rules a
 * guide has to keep.
 */
@NullMarked
package org.escale.server.guides;

import org.jspecify.annotations.NullMarked;
