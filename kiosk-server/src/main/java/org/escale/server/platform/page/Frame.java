package org.escale.server.platform.page;

import org.jspecify.annotations.Nullable;

/**
 * What stands around a page.
 *
 * @param title of the page, in the browser's tab
 * @param place which of the console's places it belongs to; null on pages of none
 * @param staff who is signed in; null if nobody
 * @param csrfToken goes with every form
 * @param flash what came of the last action, to be said once; null if nothing
 */
public record Frame(
    String title,
    @Nullable Place place,
    @Nullable SignedIn staff,
    String csrfToken,
    @Nullable Flash flash) {

  /** Whoever is signed in, as the page needs to know. */
  public record SignedIn(String name, boolean admin) {}

  public boolean admin() {
    return staff != null && staff.admin();
  }
}
