/** All seven steps of the story, played by a visitor's hands and a mediator's browser. */
@NullMarked
package org.escale.tour.story;

import org.jspecify.annotations.NullMarked;
