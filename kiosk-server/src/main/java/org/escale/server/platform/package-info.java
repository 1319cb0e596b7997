/**
 * What every step of the story stands on: the store, the centre's certificates, the web server. No
 * feature knows another through it.
 */
@NullMarked
package org.escale.server.platform;

import org.jspecify.annotations.NullMarked;
