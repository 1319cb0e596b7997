package org.escale.server.live.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.escale.server.platform.http.Pages;
import org.escale.server.platform.page.PieceStream.Message;

/** The pieces of the room that are sent again as they change, by the id of their element. */
final class RoomPieces {

  static Map<String, Message> of(RoomView view, String csrfToken) {
    Map<String, Message> pieces = new LinkedHashMap<>();
    pieces.put("stations", new Message("stations", stationIds(view)));
    pieces.put("summary", plain("room/summary.jte", view));
    pieces.put("calls", withForms("room/calls.jte", view, csrfToken));
    pieces.put("waiting", plain("room/waiting.jte", view));
    pieces.put("coming", plain("room/coming.jte", view));
    pieces.put("help-table", withForms("help/table.jte", view, csrfToken));
    for (StationView station : view.stations()) {
      pieces.put(
          station.elementId(),
          Message.piece(
              Pages.render(
                  "room/station.jte", Map.of("station", station, "csrfToken", csrfToken))));
    }
    return pieces;
  }

  private static Message plain(String template, RoomView view) {
    return Message.piece(Pages.render(template, Map.of("view", view)));
  }

  private static String stationIds(RoomView view) {
    return view.stations().stream().map(StationView::elementId).collect(Collectors.joining(" "));
  }

  private static Message withForms(String template, RoomView view, String csrfToken) {
    return Message.piece(Pages.render(template, Map.of("view", view, "csrfToken", csrfToken)));
  }

  private RoomPieces() {}
}
