package org.escale.client.agent;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.escale.client.station.Outside;
import org.escale.client.station.Samples;
import org.escale.client.station.port.BrokenDocumentException;
import org.escale.client.station.port.BroughtDocument;
import org.escale.client.station.port.VisitSpace;
import org.escale.client.station.port.VisitSpaceException;
import org.escale.protocol.Bringing;
import org.escale.protocol.SessionId;
import org.jspecify.annotations.Nullable;

/** A place for visits that only remembers what was asked of it. */
final class FakeVisitSpace implements VisitSpace {

  final Queue<String> done = new ConcurrentLinkedQueue<>();
  final Map<String, byte[]> brought = new ConcurrentHashMap<>();
  volatile boolean erasable = true;
  volatile Outside outside = Outside.NOTHING;

  private volatile Consumer<SessionId> whenLost = _ -> {};
  private volatile @Nullable SessionId open;

  /** What the machine does when a visit's programs die. */
  void lose(SessionId session) {
    whenLost.accept(session);
  }

  @Override
  public void whenLost(Consumer<SessionId> listener) {
    whenLost = listener;
  }

  /** Looks at the machine at the moment a visit is opened. */
  volatile Runnable whenOpening = () -> {};

  @Override
  public void open(Plan plan) {
    whenOpening.run();
    open = plan.session();
    done.add("open " + plan.session());
  }

  @Override
  public void browse(URI address) {
    done.add("browse " + address);
  }

  @Override
  public void cover() {
    done.add("cover");
  }

  @Override
  public void uncover() {
    done.add("uncover");
  }

  @Override
  public Outside look() {
    return outside;
  }

  @Override
  public void openStick() {
    done.add("open stick");
  }

  @Override
  public void deleteDocuments() {
    done.add("delete documents");
  }

  @Override
  public void save() {
    done.add("save");
  }

  @Override
  public void eject() {
    done.add("eject");
  }

  @Override
  public Bringing.Outcome bring(SessionId session, BroughtDocument document) {
    if (!session.equals(open)) {
      return Bringing.Outcome.FAILED;
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      for (byte[] piece = document.next(); piece.length > 0; piece = document.next()) {
        all.writeBytes(piece);
      }
    } catch (BrokenDocumentException e) {
      return Bringing.Outcome.FAILED;
    }
    brought.put(document.name(), all.toByteArray());
    return Bringing.Outcome.STORED;
  }

  @Override
  public Erased erase() throws VisitSpaceException {
    open = null;
    done.add("erase");
    if (!erasable) {
      throw new VisitSpaceException("cannot be erased");
    }
    return Samples.CLEAN;
  }
}
