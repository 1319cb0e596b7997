/** How every screen looks: colours, sizes, pictures, and the parts that screens are made of. */
@NullMarked
package org.escale.client.shell.look;

import org.jspecify.annotations.NullMarked;
