package org.escale.server.console;

import java.util.Map;
import org.escale.server.platform.page.Flash;
import org.escale.server.platform.page.Place;
import org.jspecify.annotations.Nullable;

/** A page of the console as it is to be rendered. */
record SamplePage(
    String template, Place place, @Nullable Flash flash, Map<String, Object> values) {}
