package org.escale.server.live;

import java.util.List;

/** How much time the console offers to give, in minutes. */
public final class VisitLengths {

  public static final List<Integer> OFFERED = List.of(15, 30, 45, 60, 90, 120);
  public static final int USUAL = 60;
  public static final List<Integer> EXTENSIONS = List.of(15, 30);

  private VisitLengths() {}
}
