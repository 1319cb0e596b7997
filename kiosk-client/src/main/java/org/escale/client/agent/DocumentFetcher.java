package org.escale.client.agent;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.escale.client.link.Deliveries;
import org.escale.client.link.Delivery;
import org.escale.client.link.DocumentStream;
import org.escale.client.link.Questions;
import org.escale.client.station.port.BrokenDocumentException;
import org.escale.client.station.port.BroughtDocument;
import org.escale.client.station.port.VisitSpace;
import org.escale.protocol.Bringing;
import org.escale.protocol.DocumentKind;
import org.escale.protocol.SessionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes documents from the server into one session, one after the other, on a thread of its own.
 */
final class DocumentFetcher {

  private static final Logger log = LoggerFactory.getLogger(DocumentFetcher.class);
  private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(2);

  private final SessionId session;
  private final VisitSpace space;
  private final Questions questions;
  private final Deliveries deliveries;
  private final AtomicInteger stored;
  private final Consumer<AgentEvent> post;
  private final Thread thread;

  /** Waiting for the server can be broken off at any time; writing into a visit cannot. */
  private boolean waiting;

  private boolean stopped;

  /**
   * @param stored how many documents the session has been brought
   */
  DocumentFetcher(
      SessionId session,
      VisitSpace space,
      Questions questions,
      Deliveries deliveries,
      AtomicInteger stored,
      Consumer<AgentEvent> post) {
    this.session = session;
    this.space = space;
    this.questions = questions;
    this.deliveries = deliveries;
    this.stored = stored;
    this.post = post;
    this.thread = Thread.ofPlatform().daemon().name("telephone").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  synchronized void stop() {
    stopped = true;
    if (waiting) {
      thread.interrupt();
    }
  }

  private void run() {
    try {
      while (beginsToWait()) {
        take(ask());
      }
    } catch (InterruptedException e) {
      log.debug("the telephone's thread ends");
    } catch (RuntimeException e) {
      log.error("what a telephone brings cannot be fetched any more", e);
      post.accept(new AgentEvent.InvitationOver(session));
    }
  }

  private Delivery ask() throws InterruptedException {
    try {
      Delivery next = deliveries.next();
      if (next instanceof Delivery.NotReached) {
        Thread.sleep(ASK_AGAIN_AFTER);
      }
      return next;
    } finally {
      waitsNoLonger();
    }
  }

  private void take(Delivery delivery) {
    switch (delivery) {
      case Delivery.Nothing _, Delivery.NotReached _ -> {
        // Asks again.
      }
      case Delivery.NobodyInvited _ -> {
        stop();
        post.accept(new AgentEvent.InvitationOver(session));
      }
      case Delivery.Document document -> {
        Bringing.Outcome outcome = store(document);
        if (outcome == Bringing.Outcome.STORED) {
          stored.incrementAndGet();
        }
        questions.told(new Bringing.Told(document.id(), outcome));
        post.accept(new AgentEvent.PhoneBrought(session, stored.get(), outcome));
      }
    }
  }

  private Bringing.Outcome store(Delivery.Document document) {
    try (DocumentStream content = document.content()) {
      return space.bring(session, new Arriving(stored.get() + 1, document.kind(), content));
    }
  }

  private synchronized boolean beginsToWait() {
    waiting = !stopped;
    return waiting;
  }

  private synchronized void waitsNoLonger() {
    waiting = false;
    // One that came too late to end the waiting must end nothing else.
    boolean _ = Thread.interrupted();
  }

  /** A document as it comes from the server. */
  private record Arriving(int number, DocumentKind kind, DocumentStream content)
      implements BroughtDocument {

    @Override
    public byte[] next() throws BrokenDocumentException {
      try {
        return content.next(VisitSpace.PIECE_BYTES);
      } catch (IOException e) {
        throw new BrokenDocumentException("the document has not come whole", e);
      }
    }
  }
}
