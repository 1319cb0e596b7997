package org.escale.client.agent;

import org.escale.client.station.port.VisitSpace;
import org.escale.client.station.port.VisitSpaceContract;
import org.escale.protocol.SessionId;

class FakeVisitSpaceTest extends VisitSpaceContract {

  private final FakeVisitSpace space = new FakeVisitSpace();

  @Override
  protected VisitSpace space() {
    return space;
  }

  @Override
  protected void killPrograms(SessionId session) {
    space.lose(session);
  }
}
