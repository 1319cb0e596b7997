package org.escale.server;

import org.escale.server.opening.BookingPolicy;
import org.escale.server.opening.Opening;
import org.escale.server.opening.OpeningHours;

/** Hours and policy that a test sets and changes. */
public final class OpeningInATest implements Opening {

  private volatile OpeningHours hours;
  private volatile BookingPolicy policy;

  public OpeningInATest(OpeningHours hours, BookingPolicy policy) {
    this.hours = hours;
    this.policy = policy;
  }

  public void change(OpeningHours next) {
    hours = next;
  }

  public void change(BookingPolicy next) {
    policy = next;
  }

  @Override
  public OpeningHours hours() {
    return hours;
  }

  @Override
  public BookingPolicy policy() {
    return policy;
  }
}
