/**
 * Beside every step of the story stand mediators and admins: their accounts, how they sign in, and
 * what each has done. No visitor is ever known here.
 */
@NullMarked
package org.escale.server.staff;

import org.jspecify.annotations.NullMarked;
