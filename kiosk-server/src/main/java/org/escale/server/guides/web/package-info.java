/** The guides, as stations fetch them. */
@NullMarked
package org.escale.server.guides.web;

import org.jspecify.annotations.NullMarked;
