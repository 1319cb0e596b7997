package org.escale.server.console;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What axe finds wrong with a page, each with the place where it was looked at. */
final class Accessibility {

  private Accessibility() {}

  /** No page has frames whose findings would have to be gathered in a page of their own. */
  static List<String> violations(String where, Page page) {
    AxeRunOptions options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    return new AxeBuilder(page)
        .setLegacyMode(true).options(options).analyze().getViolations().stream()
            .map(rule -> where + ": " + rule.getId() + " " + rule.getNodes().getFirst().getHtml())
            .toList();
  }

  /** Of one rule, in a page that was looked at before, where axe is still at hand. */
  static List<String> violationsOf(String rule, String where, Page page) {
    Object found =
        page.evaluate(
            """
            async rule => (await axe.run({runOnly: [rule]})).violations
              .map(found => found.id + ' ' + found.nodes[0].html).join(', ')
            """,
            rule);
    return "".equals(found) ? List.of() : List.of(where + ": " + found);
  }
}
