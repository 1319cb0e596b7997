/** Step 2 of the story: how a new station enrols, and who a calling station is. */
@NullMarked
package org.escale.server.stations.web;

import org.jspecify.annotations.NullMarked;
