/**
 * Under every step: the web server that stations and the console talk to, and the manners that all
 * answers share.
 */
@NullMarked
package org.escale.server.platform.http;

import org.jspecify.annotations.NullMarked;
