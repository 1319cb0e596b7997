/** Step 2 of the story: the stations, their enrolment and their receipts in the database. */
@NullMarked
package org.escale.server.stations.jdbc;

import org.jspecify.annotations.NullMarked;
