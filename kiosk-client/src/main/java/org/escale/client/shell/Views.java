package org.escale.client.shell;

import javafx.scene.Parent;
import org.escale.client.shell.booking.BookedView;
import org.escale.client.shell.booking.FindTicketView;
import org.escale.client.shell.booking.GivenBackView;
import org.escale.client.shell.booking.HeldTicketView;
import org.escale.client.shell.booking.InLineView;
import org.escale.client.shell.booking.NeedsView;
import org.escale.client.shell.booking.SlotsView;
import org.escale.client.shell.booking.TicketSeenView;
import org.escale.client.shell.booking.WaitView;
import org.escale.client.shell.goodbye.EndingView;
import org.escale.client.shell.goodbye.ErasingView;
import org.escale.client.shell.goodbye.NotAvailableView;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.session.DockView;
import org.escale.client.shell.session.HiddenView;
import org.escale.client.shell.session.OpeningView;
import org.escale.client.shell.welcome.ChoicesView;
import org.escale.client.shell.welcome.CodeView;
import org.escale.client.shell.welcome.LanguageView;
import org.escale.client.shell.welcome.NoticeView;

/** One view for each place. */
final class Views {

  static Parent of(Place place, Surroundings around) {
    return switch (place) {
      case Place.ChooseLanguage(var model) -> LanguageView.of(model, around);
      case Place.Choices(var model) -> ChoicesView.of(model, around);
      case Place.Notice(var model) -> NoticeView.of(model, around);
      case Place.Slots(var model) -> SlotsView.of(model, around);
      case Place.Booked(var model) -> BookedView.of(model, around);
      case Place.Needs(var model) -> NeedsView.of(model, around);
      case Place.Wait(var model) -> WaitView.of(model, around);
      case Place.InLine(var model) -> InLineView.of(model, around);
      case Place.FindTicket(var model) -> FindTicketView.of(model, around);
      case Place.TicketSeen(var model) -> TicketSeenView.of(model, around);
      case Place.GivenBack(var model) -> GivenBackView.of(model, around);
      case Place.Code(var model) -> CodeView.of(model, around);
      case Place.HeldTicket(var model) -> HeldTicketView.of(model, around);
      case Place.Opening(var model) -> OpeningView.of(model, around);
      case Place.Session(var model) -> DockView.of(model, around);
      case Place.Hidden(var model) -> HiddenView.of(model, around);
      case Place.Ending(var model) -> EndingView.of(model, around);
      case Place.Erasing(var model) -> ErasingView.of(model, around);
      case Place.NotAvailable(var model) -> NotAvailableView.of(model, around);
      case Place.OneMoment(var _) -> ErasingView.starting(around, "moment.title");
    };
  }

  private Views() {}
}
