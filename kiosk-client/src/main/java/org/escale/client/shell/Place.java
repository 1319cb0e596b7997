package org.escale.client.shell;

import org.escale.client.shell.booking.BookedViewModel;
import org.escale.client.shell.booking.FindTicketViewModel;
import org.escale.client.shell.booking.GivenBackViewModel;
import org.escale.client.shell.booking.HeldTicketViewModel;
import org.escale.client.shell.booking.InLineViewModel;
import org.escale.client.shell.booking.NeedsViewModel;
import org.escale.client.shell.booking.SlotsViewModel;
import org.escale.client.shell.booking.TicketSeenViewModel;
import org.escale.client.shell.booking.WaitViewModel;
import org.escale.client.shell.goodbye.EndingViewModel;
import org.escale.client.shell.goodbye.ErasingViewModel;
import org.escale.client.shell.goodbye.NotAvailableViewModel;
import org.escale.client.shell.journey.ScreenModel;
import org.escale.client.shell.session.DockViewModel;
import org.escale.client.shell.session.HiddenViewModel;
import org.escale.client.shell.session.OpeningViewModel;
import org.escale.client.shell.welcome.ChoicesViewModel;
import org.escale.client.shell.welcome.CodeViewModel;
import org.escale.client.shell.welcome.LanguageViewModel;
import org.escale.client.shell.welcome.NoticeViewModel;

/** Every screen there is, in the order of the story. */
public sealed interface Place {

  ScreenModel model();

  record ChooseLanguage(LanguageViewModel model) implements Place {}

  record Choices(ChoicesViewModel model) implements Place {}

  record Notice(NoticeViewModel model) implements Place {}

  record Slots(SlotsViewModel model) implements Place {}

  record Needs(NeedsViewModel model) implements Place {}

  record Wait(WaitViewModel model) implements Place {}

  record InLine(InLineViewModel model) implements Place {}

  record Booked(BookedViewModel model) implements Place {}

  record Code(CodeViewModel model) implements Place {}

  record HeldTicket(HeldTicketViewModel model) implements Place {}

  record FindTicket(FindTicketViewModel model) implements Place {}

  record TicketSeen(TicketSeenViewModel model) implements Place {}

  record GivenBack(GivenBackViewModel model) implements Place {}

  record Opening(OpeningViewModel model) implements Place {}

  record Session(DockViewModel model) implements Place {}

  record Hidden(HiddenViewModel model) implements Place {}

  record Ending(EndingViewModel model) implements Place {}

  record Erasing(ErasingViewModel model) implements Place {}

  record NotAvailable(NotAvailableViewModel model) implements Place {}

  /** The agent cannot be heard: it starts, or starts again. */
  record OneMoment(ScreenModel model) implements Place {}
}
