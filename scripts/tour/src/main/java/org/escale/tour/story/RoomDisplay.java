package org.escale.tour.story;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** The room's display on the wall; nobody touches it, it changes by itself. */
final class RoomDisplay implements AutoCloseable {

  private final Page page;

  RoomDisplay(Page page) {
    this.page = page;
  }

  /** So many tickets are in line. */
  void awaitInLine(int tickets) {
    awaitCount(".in-line li", tickets);
  }

  /** One ticket is called to this station. */
  void awaitCalled(String station) {
    page.locator(".called li", new Page.LocatorOptions().setHasText(station)).waitFor();
  }

  /** The ticket that is called, by name. */
  String called() {
    return page.locator(".called li .ticket").first().innerText().strip();
  }

  void awaitNobodyCalled() {
    awaitCount(".called li", 0);
  }

  /** All that can be read on it. */
  String words() {
    return page.locator("body").innerText();
  }

  void picture(Path path) {
    page.screenshot(new Page.ScreenshotOptions().setPath(path));
  }

  private void awaitCount(String selector, int count) {
    Locator main =
        page.locator("#display:not(:has(%s:nth-child(%d)))".formatted(selector, count + 1));
    main.waitFor();
    if (count > 0) {
      page.locator("%s:nth-child(%d)".formatted(selector, count)).waitFor();
    }
  }

  @Override
  public void close() {
    page.context().close();
  }
}
