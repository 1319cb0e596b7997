package org.escale.client.agent;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.escale.client.link.Deliveries;
import org.escale.client.link.Questions;
import org.escale.client.station.StationState;
import org.escale.client.station.Visit;
import org.escale.client.station.port.VisitSpace;
import org.escale.protocol.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what a telephone brings into the visit under way, as long as one is invited and the visit
 * is seen: what is hidden stands still and takes nothing. For the loop's thread.
 */
final class PhoneDocuments {

  private final VisitSpace space;
  private final Consumer<AgentEvent> post;
  private @Nullable Questions questions;
  private @Nullable Deliveries deliveries;
  private @Nullable SessionId session;
  private boolean invited;
  private AtomicInteger stored = new AtomicInteger();
  private @Nullable DocumentFetcher fetcher;

  PhoneDocuments(VisitSpace space, Consumer<AgentEvent> post) {
    this.space = space;
    this.post = post;
  }

  /** There is a server to ask. */
  void ask(Questions questions, Deliveries deliveries) {
    this.questions = questions;
    this.deliveries = deliveries;
  }

  /** A telephone is invited into this session. */
  void fetchFor(SessionId wanted) {
    if (!wanted.equals(session)) {
      session = wanted;
      stored = new AtomicInteger();
    }
    invited = true;
  }

  boolean areFetchedFor(SessionId wanted) {
    return wanted.equals(session);
  }

  /**
   * No telephone is invited any more.
   *
   * @return false if another session goes on, or it was known
   */
  boolean over(SessionId wanted) {
    boolean news = invited && wanted.equals(session);
    if (news) {
      invited = false;
    }
    return news;
  }

  /** The station is like this now. */
  void follow(StationState state) {
    SessionId underWay = state.visitUnderWay().map(Visit::session).orElse(null);
    if (session != null && !session.equals(underWay)) {
      session = null;
      invited = false;
    }
    boolean wanted = invited && state instanceof StationState.InSession;
    if (!wanted) {
      stop();
    } else if (fetcher == null && session != null && questions != null && deliveries != null) {
      fetcher = new DocumentFetcher(session, space, questions, deliveries, stored, post);
      fetcher.start();
    }
  }

  /** Asks for nothing more; what is under way ends by itself. */
  void stop() {
    if (fetcher != null) {
      fetcher.stop();
      fetcher = null;
    }
  }
}
