package org.escale.server.staff.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.server.platform.http.Routes;
import org.escale.server.platform.page.AuditTrail;
import org.escale.server.platform.page.Caller;
import org.escale.server.platform.page.ConsolePages;
import org.escale.server.platform.page.Flash;
import org.escale.server.platform.page.FormFields;
import org.escale.server.platform.page.Place;
import org.escale.server.staff.Accounts;
import org.escale.server.staff.Passphrase;
import org.escale.server.staff.Role;
import org.escale.server.staff.StaffId;
import org.escale.server.staff.StaffMember;
import org.escale.server.staff.StaffSession;

/** Who may sign in to the console: list, add, remove. For admins alone. */
public final class AccountPages implements Routes {

  private static final String PATH = "/accounts";
  private static final String TEMPLATE = "staff/accounts.jte";

  private final Accounts accounts;
  private final AuditTrail audit;

  public AccountPages(Accounts accounts, AuditTrail audit) {
    this.accounts = accounts;
    this.audit = audit;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(PATH, this::show);
    routes.post(PATH, this::add);
    routes.post(PATH + "/{account}/remove", this::remove);
  }

  /**
   * The page as it is shown.
   *
   * @param self who looks at it
   * @param name as typed so far
   * @param role as chosen so far
   */
  public record View(List<StaffMember> members, StaffId self, String name, Role role) {

    public View {
      members = List.copyOf(members);
    }

    public int shortest() {
      return Passphrase.SHORTEST;
    }

    /** For example {@code 3 personnes peuvent se connecter.} */
    public String sentence() {
      return members.size() == 1
          ? "1 personne peut se connecter."
          : members.size() + " personnes peuvent se connecter.";
    }

    public static String of(Role role) {
      return switch (role) {
        case MEDIATOR -> "Médiation";
        case ADMIN -> "Administration";
      };
    }
  }

  private void show(Context ctx) {
    Caller.requireAdmin(ctx);
    ConsolePages.show(ctx, Place.ACCOUNTS, TEMPLATE, Map.of("view", view(ctx, "", Role.MEDIATOR)));
  }

  private void add(Context ctx) {
    Caller.requireAdmin(ctx);
    String name = FormFields.text(ctx, "name").strip();
    Role role = FormFields.read(ctx.formParam("role"), Role::valueOf);
    StaffMember member = new StaffMember(StaffId.random(), name, role);
    Optional<Accounts.Refusal> refusal = accounts.add(member, FormFields.text(ctx, "passphrase"));
    if (refusal.isPresent()) {
      ConsolePages.showAgain(
          ctx,
          Place.ACCOUNTS,
          words(refusal.get()),
          TEMPLATE,
          Map.of("view", view(ctx, name, role)));
      return;
    }
    audit.note(ctx, "staff.add", member.id().toString());
    back(ctx, Flash.done(name + " peut se connecter."));
  }

  private void remove(Context ctx) {
    Caller.requireAdmin(ctx);
    StaffId id = FormFields.read(ctx.pathParam("account"), StaffId::of);
    if (id.equals(self(ctx))) {
      back(ctx, Flash.refused("Votre propre compte : une autre personne doit le retirer."));
    } else if (accounts.remove(id)) {
      audit.note(ctx, "staff.remove", id.toString());
      back(ctx, Flash.done("Ce compte est retiré, et déconnecté partout."));
    } else {
      back(ctx, Flash.refused("Ce compte n’existe plus."));
    }
  }

  private static String words(Accounts.Refusal refusal) {
    return switch (refusal) {
      case NAME_NOT_USABLE -> "Choisissez un nom de 1 à 40 signes.";
      case NAME_TAKEN -> "Ce nom est déjà pris. Choisissez-en un autre.";
      case PASSPHRASE_TOO_SHORT ->
          "Choisissez une phrase de passe d’au moins %d signes.".formatted(Passphrase.SHORTEST);
    };
  }

  private View view(Context ctx, String name, Role role) {
    return new View(accounts.all(), self(ctx), name, role);
  }

  private static StaffId self(Context ctx) {
    return StaffSession.of(ctx.attribute(StaffSession.ATTRIBUTE)).member().id();
  }

  private static void back(Context ctx, Flash flash) {
    ConsolePages.goTo(ctx, PATH, flash);
  }
}
