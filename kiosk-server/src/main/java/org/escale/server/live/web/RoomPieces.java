package org.escale.server.live.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.escale.server.platform.http.Pages;

/** The pieces of the room that are sent again as they change, by the id of their element. */
final class RoomPieces {

  static Map<String, String> of(RoomView view, String csrfToken) {
    Map<String, String> pieces = new LinkedHashMap<>();
    pieces.put("summary", Pages.render("room/summary.jte", Map.of("view", view)));
    pieces.put("calls", withForms("room/calls.jte", view, csrfToken));
    pieces.put("coming", Pages.render("room/coming.jte", Map.of("view", view)));
    pieces.put("help-table", withForms("help/table.jte", view, csrfToken));
    for (StationView station : view.stations()) {
      pieces.put(
          station.elementId(),
          Pages.render("room/station.jte", Map.of("station", station, "csrfToken", csrfToken)));
    }
    return pieces;
  }

  private static String withForms(String template, RoomView view, String csrfToken) {
    return Pages.render(template, Map.of("view", view, "csrfToken", csrfToken));
  }

  private RoomPieces() {}
}
