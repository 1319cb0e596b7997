package org.escale.client.shell.welcome;

import org.escale.client.shell.journey.Desk;
import org.escale.client.shell.journey.ScreenModel;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.journey.TypedDigits;
import org.escale.client.shell.words.Words;
import org.escale.protocol.EmergencyCode;
import org.escale.protocol.UnlockCode;

/** A mediator gave me a code: told from the console, or from paper while the server is away. */
public final class CodeViewModel implements ScreenModel {

  private final Surroundings around;
  private final Desk desk;
  private final Runnable back;
  private final TypedDigits told;
  private final TypedDigits printed;

  public CodeViewModel(Surroundings around, Desk desk, Runnable back) {
    this.around = around;
    this.desk = desk;
    this.back = back;
    this.told = new TypedDigits(UnlockCode.LENGTH, desk::typeCode);
    this.printed = new TypedDigits(EmergencyCode.LENGTH, desk::typeCode);
  }

  @Override
  public String name() {
    return "code";
  }

  public Desk desk() {
    return desk;
  }

  /** The kind of code that opens this station now. */
  public TypedDigits digits() {
    return connected() ? told : printed;
  }

  public String leadWords() {
    Words words = around.words();
    return words.of(connected() ? "code.lead" : "code.lead.paper");
  }

  @Override
  public void back() {
    back.run();
  }

  private boolean connected() {
    return around.about().connected();
  }
}
