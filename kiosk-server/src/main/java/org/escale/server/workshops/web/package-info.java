/** Workshops on the mediator's screen. */
@NullMarked
package org.escale.server.workshops.web;

import org.jspecify.annotations.NullMarked;
