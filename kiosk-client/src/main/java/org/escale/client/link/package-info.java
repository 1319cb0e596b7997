/** The station's only network connection: commands in, reports out, questions between. */
@NullMarked
package org.escale.client.link;

import org.jspecify.annotations.NullMarked;
