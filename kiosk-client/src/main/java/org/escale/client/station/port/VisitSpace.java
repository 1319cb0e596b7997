package org.escale.client.station.port;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.escale.client.station.Outside;
import org.escale.client.station.ScreenLayout;
import org.escale.protocol.Bringing;
import org.escale.protocol.Language;
import org.escale.protocol.SessionId;
import org.escale.protocol.WipeItem;
import org.escale.protocol.WipePhase;

/**
 * The place where a visit happens, apart from everything else, and that is erased as one. Every
 * method blocks until it is true and may be called again with the same wish. Called from one
 * platform thread that lives as long as the program: the visit dies with that thread.
 */
public interface VisitSpace {

  /** A piece of a document that is brought into a visit is no longer. */
  int PIECE_BYTES = 64 * 1024;

  /**
   * @param layout where on the screen the visit stands
   */
  record Plan(SessionId session, Language language, ScreenLayout layout) {}

  /**
   * What erasing found.
   *
   * @param checked for each item looked at, how many were found and removed
   * @param left for each item of which some are still there: how many; empty means clean
   */
  record Erased(
      Map<WipeItem, Integer> checked,
      Map<WipeItem, Integer> left,
      Map<WipePhase, Duration> phases) {

    public Erased {
      checked = Map.copyOf(checked);
      left = Map.copyOf(left);
      phases = Map.copyOf(phases);
    }

    /** How many are still there; 0 means clean. */
    public int residue() {
      return left.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /**
   * Says who is told, from another thread and at most once a visit, that an open visit has ended by
   * itself. To be called before the first visit; the listener may only post an event.
   */
  void whenLost(Consumer<SessionId> listener);

  /** Returns when the visitor's browser can be used. On failure the caller erases. */
  void open(Plan plan) throws VisitSpaceException;

  /** Opens an address in the visitor's browser. Nothing is answered: the visit is not trusted. */
  void browse(URI address) throws VisitSpaceException;

  /** The visit can no longer be seen, then no longer runs. */
  void cover() throws VisitSpaceException;

  /** The visit runs again and can be seen. */
  void uncover() throws VisitSpaceException;

  /**
   * What the visit has outside its own walls. A stick that was put in since the last look is let in
   * first; one that was there before the visit that was last erased ended is not.
   */
  Outside look() throws VisitSpaceException;

  /** Shows what is on the visitor's stick in her browser, if one is in. Nothing is answered. */
  void openStick() throws VisitSpaceException;

  /** Begins to save the visitor's documents on her stick; {@link #look} tells how it goes. */
  void save() throws VisitSpaceException;

  /**
   * Begins to delete the visitor's documents, and nothing on a stick; {@link #look} tells whether
   * there is room again.
   */
  void deleteDocuments() throws VisitSpaceException;

  /** Makes the stick ready to be taken out; {@link #look} tells whether it is. */
  void eject() throws VisitSpaceException;

  /**
   * Puts a document that has come from outside into the visit's downloads, under a name of its own:
   * nothing is overwritten. Unlike the other methods, called from any thread; {@link #erase} waits
   * for it at no time, and ends it. While the visit is covered it blocks.
   *
   * @param session whose visit it is for; it goes into no other
   * @return {@link Bringing.Outcome#FAILED} also if that visit is not open
   */
  Bringing.Outcome bring(SessionId session, BroughtDocument document);

  /** Erases the visit, or whatever an earlier program left of one. Never throws for residue. */
  Erased erase() throws VisitSpaceException;
}
