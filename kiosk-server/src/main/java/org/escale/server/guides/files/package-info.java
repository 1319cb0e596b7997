/** The guides as files beside the program, one each. */
@NullMarked
package org.escale.server.guides.files;

import org.jspecify.annotations.NullMarked;
