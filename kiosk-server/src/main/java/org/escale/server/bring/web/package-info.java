/** The page that a telephone opens, and what a station asks for it. */
@NullMarked
package org.escale.server.bring.web;

import org.jspecify.annotations.NullMarked;
