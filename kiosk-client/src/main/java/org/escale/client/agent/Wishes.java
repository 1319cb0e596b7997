package org.escale.client.agent;

import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.escale.client.ipc.ToShell;
import org.escale.client.link.Answer;
import org.escale.client.link.Questions;
import org.escale.protocol.Guide;
import org.escale.protocol.Language;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.TicketSecret;
import org.escale.protocol.Visits;
import org.jspecify.annotations.Nullable;

/**
 * What visitors wish for that only the server can give: asked beside the loop, one wish at a time,
 * answered into it. For the loop's thread.
 */
final class Wishes {

  private final Consumer<AgentEvent> post;
  private @Nullable Questions questions;
  private boolean wishing;

  Wishes(Consumer<AgentEvent> post) {
    this.post = post;
  }

  /** There is a server to ask. */
  void ask(Questions server) {
    this.questions = server;
  }

  /** The answer to the last wish has come in. */
  void answered() {
    wishing = false;
  }

  void offer() {
    wish(Questions::offer, offer -> new AgentEvent.Answered(new ToShell.Offered(offer)));
  }

  void takeNow(Language language) {
    Visits.TakeNow wish = new Visits.TakeNow(UUID.randomUUID(), language);
    wish(server -> server.takeNow(wish), granted -> new AgentEvent.Granted());
  }

  void book(Visits.Slot slot, Language language) {
    Visits.Book wish = new Visits.Book(UUID.randomUUID(), slot, Set.of(), null, language);
    wish(
        server -> server.book(wish), booked -> new AgentEvent.Answered(new ToShell.Booked(booked)));
  }

  void start(PublicTicket ticket, TicketSecret secret, Language language) {
    Visits.Start wish = new Visits.Start(UUID.randomUUID(), ticket, secret, language);
    wish(server -> server.start(wish), granted -> new AgentEvent.Granted());
  }

  /** Not a visitor's wish; what cannot be had now is asked when the link opens again. */
  void guides() {
    Questions server = questions;
    if (server != null) {
      beside(
          () -> {
            if (server.guides() instanceof Answer.Given<Guide.Catalogue>(var catalogue)) {
              post.accept(new AgentEvent.GuidesKnown(catalogue));
            }
          });
    }
  }

  private <T> void wish(
      Function<Questions, Answer<T>> question, Function<T, AgentEvent> whenGiven) {
    Questions server = questions;
    if (server == null) {
      post.accept(refused(RefusalReason.SERVER_NOT_REACHED));
      return;
    }
    if (wishing) {
      return;
    }
    wishing = true;
    beside(() -> post.accept(answer(() -> question.apply(server), whenGiven)));
  }

  private static <T> AgentEvent answer(
      Supplier<Answer<T>> question, Function<T, AgentEvent> whenGiven) {
    return switch (question.get()) {
      case Answer.Given<T>(T value) -> whenGiven.apply(value);
      case Answer.Refused<T>(RefusalReason reason) -> refused(reason);
    };
  }

  private static AgentEvent refused(RefusalReason reason) {
    return new AgentEvent.Answered(new ToShell.Refused(reason));
  }

  private static void beside(Runnable question) {
    Thread.ofVirtual().name("question").start(question);
  }
}
