package org.escale.client.shell.journey;

import java.time.Instant;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.escale.client.ipc.ToShell.About;
import org.escale.client.shell.words.Words;
import org.escale.protocol.Language;

/** Where this screen stands, what time it is, and which language is spoken. */
public final class Surroundings {

  private final ObjectProperty<About> about;
  private final ObjectProperty<Language> language = new SimpleObjectProperty<>(Language.FRENCH);
  private final ObjectProperty<Instant> now;

  public Surroundings(About about, Instant now) {
    this.about = new SimpleObjectProperty<>(about);
    this.now = new SimpleObjectProperty<>(now);
  }

  public ObjectProperty<About> aboutProperty() {
    return about;
  }

  public About about() {
    return about.get();
  }

  public ObjectProperty<Language> languageProperty() {
    return language;
  }

  public Language language() {
    return language.get();
  }

  public Words words() {
    return Words.in(language.get());
  }

  public ObjectProperty<Instant> nowProperty() {
    return now;
  }

  public Instant now() {
    return now.get();
  }

  public String time(Instant instant) {
    return words().time(instant, about().zone());
  }

  /** The centre and, once it has one, the station's name. */
  public String placeName() {
    String station = about().stationName();
    return station == null ? about().centreName() : about().centreName() + " · " + station;
  }
}
