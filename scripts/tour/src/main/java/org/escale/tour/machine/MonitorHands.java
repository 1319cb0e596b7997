package org.escale.tour.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.escale.tour.story.Hands;

/** Keys of a USB keyboard and presses of a USB tablet, as the machine's own hardware. */
final class MonitorHands implements Hands {

  private static final int HELD_MS = 60;

  /** What a tablet calls the far edge. */
  private static final int FAR = 0x7fff;

  private final Monitor monitor;

  MonitorHands(Monitor monitor) {
    this.monitor = monitor;
  }

  @Override
  public void click(int x, int y) {
    send(List.of(place("x", x, Pc.WIDTH), place("y", y, Pc.HEIGHT)));
    send(List.of(button(true)));
    Pause.of(HELD_MS);
    send(List.of(button(false)));
  }

  /** Digits, and letters that are where they are on most keyboards. */
  @Override
  public void type(String text) {
    text.chars().forEach(sign -> press(Character.toString(sign)));
  }

  /** By QEMU's names of keys, for example {@code ctrl+alt+f1}. */
  @Override
  public void press(String keys) {
    hold(keys, HELD_MS);
    Pause.of(2L * HELD_MS);
  }

  void hold(String keys, int milliseconds) {
    List<Map<String, String>> named =
        Arrays.stream(keys.split("\\+", -1))
            .map(key -> Map.of("type", "qcode", "data", key))
            .toList();
    monitor.tell("send-key", Map.of("keys", named, "hold-time", milliseconds));
  }

  private void send(List<Map<String, Object>> events) {
    monitor.tell("input-send-event", Map.of("events", new ArrayList<>(events)));
  }

  private static Map<String, Object> place(String axis, int pixel, int size) {
    int value = (int) Math.round((pixel + 0.5) * FAR / size);
    return Map.of("type", "abs", "data", Map.of("axis", axis, "value", value));
  }

  private static Map<String, Object> button(boolean down) {
    return Map.of("type", "btn", "data", Map.of("button", "left", "down", down));
  }
}
