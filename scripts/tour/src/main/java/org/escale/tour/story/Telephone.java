package org.escale.tour.story;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A visitor's telephone, with the page by which it brings documents into her visit. */
final class Telephone implements AutoCloseable {

  private static final byte[] PAPER = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

  private final Page page;

  Telephone(Page page) {
    this.page = page;
  }

  /** The code as it stands on the station's screen. */
  void types(String code) {
    page.locator("#code").fill(code);
    page.locator("#typing button").click();
    page.locator("#whose .ticket").waitFor();
  }

  /** Returns when the station has said that the paper lies in the visit. */
  void bringsAPaper() {
    page.locator("#choose")
        .setInputFiles(new FilePayload("attestation.pdf", "application/pdf", PAPER));
    page.locator("#documents li.done").waitFor();
  }

  void picture(Path path) {
    page.screenshot(new Page.ScreenshotOptions().setPath(path));
  }

  @Override
  public void close() {
    page.context().close();
  }
}
