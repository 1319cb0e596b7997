package org.escale.client.shell.welcome;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import org.escale.client.ipc.ToShell.Screen.Welcome;
import org.escale.client.shell.journey.ScreenModel;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.words.TicketName;
import org.escale.client.shell.words.Words;
import org.escale.protocol.Language;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.StationRole;

/** The first screen: says in every language at once what there is to know, and asks for one. */
public final class LanguageViewModel implements ScreenModel {

  private final Surroundings around;
  private final ObservableValue<Welcome> welcome;
  private final Consumer<Language> choose;
  private final Runnable notice;

  public LanguageViewModel(
      Surroundings around,
      ObservableValue<Welcome> welcome,
      Consumer<Language> choose,
      Runnable notice) {
    this.around = around;
    this.welcome = welcome;
    this.choose = choose;
    this.notice = notice;
  }

  @Override
  public String name() {
    return "language";
  }

  public ObservableValue<Welcome> welcomeProperty() {
    return welcome;
  }

  public Optional<PublicTicket> held() {
    return Optional.ofNullable(welcome.getValue().held());
  }

  public Optional<String> erasedWords(Language language) {
    Instant erasedAt = welcome.getValue().erasedAt();
    if (erasedAt == null) {
      return Optional.empty();
    }
    Words words = Words.in(language);
    String time = words.time(erasedAt, around.about().zone());
    return Optional.of(words.of("welcome.erased", Map.of("time", time)));
  }

  /** For whom this station is kept and from when. */
  public Optional<String> heldWords(Language language) {
    Words words = Words.in(language);
    return held().map(ticket -> heldWords(ticket, words));
  }

  private String heldWords(PublicTicket ticket, Words words) {
    String name = TicketName.of(ticket, words);
    Duration startsIn = welcome.getValue().heldStartsIn();
    if (startsIn != null && startsIn.toMinutes() >= 1) {
      String when = words.of("welcome.held.in", Map.of("duration", words.duration(startsIn)));
      return words.of("welcome.held", Map.of("ticket", name, "when", when));
    }
    Duration heldFor = welcome.getValue().heldFor();
    return heldFor == null || !heldFor.isPositive()
        ? words.of("welcome.turn", Map.of("ticket", name))
        : words.of(
            "welcome.turn.kept", Map.of("ticket", name, "duration", words.duration(heldFor)));
  }

  /** What a station is there for at which nobody works. */
  public boolean isReception() {
    return around.about().role() == StationRole.RECEPTION;
  }

  public void choose(Language language) {
    choose.accept(language);
  }

  public void notice() {
    notice.run();
  }
}
