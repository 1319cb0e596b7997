/**
 * Steps 2 to 6 of the story, as pure rules: what a station does when something happens. No threads,
 * no files, no clock, no windows: time comes in with each event, deeds go out as effects.
 */
@NullMarked
package org.escale.client.station;

import org.jspecify.annotations.NullMarked;
