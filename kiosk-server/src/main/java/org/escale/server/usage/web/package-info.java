/** Step 7 on the mediator's screen: the day's totals. */
@NullMarked
package org.escale.server.usage.web;

import org.jspecify.annotations.NullMarked;
