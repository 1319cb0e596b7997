package org.escale.client.shell.welcome;

import java.util.function.Consumer;
import org.escale.client.shell.journey.ScreenModel;
import org.escale.protocol.Language;

/** What is kept, what is not, and the house rules. Nothing to sign. */
public final class NoticeViewModel implements ScreenModel {

  private final boolean offersLanguages;
  private final Consumer<Language> speak;
  private final Runnable back;

  /**
   * @param offersLanguages true when nobody has chosen a language yet
   */
  public NoticeViewModel(boolean offersLanguages, Consumer<Language> speak, Runnable back) {
    this.offersLanguages = offersLanguages;
    this.speak = speak;
    this.back = back;
  }

  @Override
  public String name() {
    return "notice";
  }

  public boolean offersLanguages() {
    return offersLanguages;
  }

  public void speak(Language language) {
    speak.accept(language);
  }

  @Override
  public void back() {
    back.run();
  }
}
