package org.escale.client.agent;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.escale.client.ipc.ToShell;
import org.escale.client.link.Answer;
import org.escale.client.link.Questions;
import org.escale.protocol.Bringing;
import org.escale.protocol.Extensions;
import org.escale.protocol.Guide;
import org.escale.protocol.Language;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.Queueing;
import org.escale.protocol.Refusal;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationId;
import org.escale.protocol.StationTrait;
import org.escale.protocol.TicketSecret;
import org.escale.protocol.Tickets;
import org.escale.protocol.UnlockCode;
import org.escale.protocol.Visits;
import org.jspecify.annotations.Nullable;

/**
 * What visitors wish for that only the server can give: asked beside the loop, one wish at a time,
 * answered into it. Of the wishes that come meanwhile the last is asked next: the visitor has gone
 * on from the others. For the loop's thread.
 */
final class Wishes {

  private final Consumer<AgentEvent> post;
  private @Nullable Questions questions;
  private boolean wishing;
  private @Nullable Runnable next;

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
    Runnable waiting = next;
    next = null;
    if (waiting != null) {
      waiting.run();
    }
  }

  void offer() {
    wish(Questions::offer, reply(ToShell.Offered::new));
  }

  void slots(Visits.SlotsWish wish) {
    wish(server -> server.slots(wish), reply(free -> new ToShell.SlotsFree(wish, free.slots())));
  }

  void takeNow(Language language) {
    Visits.TakeNow wish = new Visits.TakeNow(UUID.randomUUID(), language);
    wish(server -> server.takeNow(wish), granted -> new AgentEvent.Granted());
  }

  void book(
      Visits.Slot slot, Set<StationTrait> needs, @Nullable StationId station, Language language) {
    Visits.Book wish = new Visits.Book(UUID.randomUUID(), slot, needs, station, language);
    wish(server -> server.book(wish), reply(ToShell.Booked::new));
  }

  void join(Set<StationTrait> needs, Duration length, Language language) {
    Queueing.Join wish = new Queueing.Join(UUID.randomUUID(), needs, length, language);
    wish(server -> server.join(wish), reply(ToShell.Joined::new));
  }

  void show(PublicTicket ticket, TicketSecret secret) {
    Tickets.Show wish = new Tickets.Show(ticket, secret);
    wish(server -> server.show(wish), reply(ToShell.TicketSeen::new));
  }

  void move(PublicTicket ticket, TicketSecret secret, Visits.Slot slot) {
    Tickets.Move wish = new Tickets.Move(ticket, secret, slot);
    wish(server -> server.move(wish), reply(ToShell.TicketMoved::new));
  }

  void cancel(PublicTicket ticket, TicketSecret secret) {
    Tickets.Cancel wish = new Tickets.Cancel(ticket, secret);
    wish(
        server -> server.cancel(wish),
        reply(cancelled -> new ToShell.TicketCancelled(cancelled.ticket())));
  }

  void start(PublicTicket ticket, TicketSecret secret, Language language) {
    Visits.Start wish = new Visits.Start(UUID.randomUUID(), ticket, secret, language);
    wish(server -> server.start(wish), granted -> new AgentEvent.Granted());
  }

  void useCode(UnlockCode code, Language language) {
    Visits.UseCode wish = new Visits.UseCode(UUID.randomUUID(), code, language);
    wish(server -> server.useCode(wish), granted -> new AgentEvent.Granted());
  }

  void moreTimePossible(SessionId session) {
    Extensions.Question question = new Extensions.Question(session);
    wish(server -> server.moreTime(question), reply(ToShell.MoreTimePossible::new));
  }

  void moreTime(SessionId session) {
    Extensions.Wish wish = new Extensions.Wish(UUID.randomUUID(), session);
    wish(server -> server.extend(wish), reply(granted -> new ToShell.MoreTimeGiven(granted.by())));
  }

  void invitePhone(SessionId session) {
    Bringing.Wish wish = new Bringing.Wish(session);
    wish(
        server -> server.invite(wish),
        invitation -> new AgentEvent.PhoneInvited(session, invitation));
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
      post.accept(refused(new Refusal(RefusalReason.SERVER_NOT_REACHED)));
      return;
    }
    if (wishing) {
      next = () -> wish(question, whenGiven);
      return;
    }
    wishing = true;
    beside(() -> post.accept(answer(() -> question.apply(server), whenGiven)));
  }

  private static <T> AgentEvent answer(
      Supplier<Answer<T>> question, Function<T, AgentEvent> whenGiven) {
    return switch (question.get()) {
      case Answer.Given<T>(T value) -> whenGiven.apply(value);
      case Answer.Refused<T>(Refusal refusal) -> refused(refusal);
    };
  }

  private static <T> Function<T, AgentEvent> reply(Function<T, ToShell> answer) {
    return given -> new AgentEvent.Answered(answer.apply(given));
  }

  private static AgentEvent refused(Refusal refusal) {
    return new AgentEvent.Answered(new ToShell.Refused(refusal.reason(), refusal.alternatives()));
  }

  private static void beside(Runnable question) {
    Thread.ofVirtual().name("question").start(question);
  }
}
