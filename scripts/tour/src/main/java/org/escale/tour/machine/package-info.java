/**
 * All seven steps of the story on a machine that really starts: a PC in QEMU with its own kernel,
 * graphics card and USB, tried by its keys, its power and its sticks.
 */
@NullMarked
package org.escale.tour.machine;

import org.jspecify.annotations.NullMarked;
