package org.escale.client.os.linux;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The controls of a machine's sound cards that can be set: loudness, mute. Pure: reads what alsactl
 * writes.
 *
 * @param values of each control, by its card and name
 */
record MixerControls(Map<String, List<String>> values) {

  MixerControls {
    values = Map.copyOf(values);
  }

  /** Leaves out what the card tells by itself, such as plugs, and what it would not let be set. */
  static MixerControls parse(List<String> lines) {
    Map<String, List<String>> values = new TreeMap<>();
    Deque<String> around = new ArrayDeque<>();
    List<String> name = new ArrayList<>();
    List<String> value = new ArrayList<>();
    String access = "";
    for (String line : lines) {
      String word = line.strip();
      if (word.endsWith("{")) {
        around.addLast(word);
      } else if (!word.equals("}")) {
        boolean comment = !around.isEmpty() && around.getLast().startsWith("comment");
        if (comment && word.startsWith("access ")) {
          access = word;
        } else if (!comment) {
          (word.startsWith("value") ? value : name).add(word);
        }
      } else if (around.removeLast().startsWith("control.")) {
        if (canBeSet(access)) {
          values.put(around.getFirst() + " " + name, List.copyOf(value));
        }
        name.clear();
        value.clear();
        access = "";
      }
    }
    return new MixerControls(values);
  }

  /** How many are not as they were. A card that came or went, such as a headset, has no say. */
  int changedSince(MixerControls before) {
    return (int)
        before.values().entrySet().stream()
            .filter(control -> values.containsKey(control.getKey()))
            .filter(control -> !control.getValue().equals(values.get(control.getKey())))
            .count();
  }

  private static boolean canBeSet(String access) {
    return access.contains("write") && !access.contains("volatile") && !access.contains("inactive");
  }
}
