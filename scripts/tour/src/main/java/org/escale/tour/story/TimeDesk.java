package org.escale.tour.story;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.time.Duration;
import org.escale.tour.room.Await;

/** The console's pages about time: bookings, the queue, opening hours. */
final class TimeDesk {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

  private final Page page;
  private final URI console;

  TimeDesk(Page page, URI console) {
    this.page = page;
    this.console = console;
  }

  /** Books the very next slot for somebody. Its hour may strike while it is chosen. */
  void bookTheNext() {
    Await.until(
        "a booking at the desk",
        PATIENCE,
        BETWEEN_TRIES,
        () -> {
          go("/bookings/new");
          page.locator("form.times button").first().click();
          page.locator(".paper, #flash").first().waitFor();
          return page.locator(".paper").isVisible();
        });
  }

  /** Cancels the one booking that is still to come. */
  void cancelWhatIsToCome() {
    go("/bookings");
    page.locator("tr.status-coming a[href^='/bookings/']").click();
    page.locator("details.cancel summary").click();
    page.locator("form[action$='/cancel'] button").click();
    page.waitForURL("**/bookings?day=*");
  }

  /** The page of those who wait. */
  void lookAtQueue() {
    go("/queue");
  }

  /** Whoever is called does not come. */
  void takeOutWhoIsCalled() {
    go("/queue");
    page.locator("#queue-called summary").first().click();
    page.locator("#queue-called form[action$='/take-out'] button.danger").first().click();
    page.locator("#queue-called[hidden]").waitFor(attached());
  }

  /** Chooses to close in a quarter of an hour to half an hour; whom it concerns is shown. */
  void considerClosingSoon() {
    go("/closing");
    page.locator("select[name=at]").selectOption(new SelectOption().setIndex(1));
    page.locator("form[action='/closing'][method=get] button").click();
    page.locator("form[action='/closing'] button.danger").waitFor();
  }

  void close() {
    page.locator("form[action='/closing'] button.danger").click();
    page.locator(".sentence.big").waitFor();
  }

  /** Today follows the week again. */
  void openAgain() {
    go("/opening");
    page.locator("form[action='/opening/days/remove'] button").click();
    page.locator("form[action='/opening/days/remove']").waitFor(detached());
  }

  private static Locator.WaitForOptions attached() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
  }

  private static Locator.WaitForOptions detached() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
  }

  private void go(String path) {
    page.navigate(console.resolve(path).toString());
  }
}
