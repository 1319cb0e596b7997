package org.escale.server.platform.page;

import io.javalin.http.Context;
import java.util.Map;
import org.escale.server.platform.http.Pages;

/**
 * What a browser shows when a page cannot be shown: kind words and a code to read over the phone.
 */
public final class ProblemPage {

  public static void show(Context ctx, int status) {
    Caller caller = Caller.find(ctx);
    Frame frame =
        new Frame(
            "Escale",
            null,
            caller == null ? null : caller.staff(),
            caller == null ? "" : caller.csrfToken(),
            null);
    Pages.show(
        ctx,
        "problem.jte",
        Map.of(
            "frame",
            frame,
            "sentence",
            sentence(status),
            "advice",
            advice(status),
            "code",
            String.valueOf(status)));
  }

  private static String sentence(int status) {
    return switch (status) {
      case 403 -> "Cette action n’est pas permise ici.";
      case 404 -> "Cette page n’existe pas.";
      case 413 -> "C’est trop long.";
      case 500 -> "Le serveur n’a pas pu répondre.";
      default -> "Cette demande n’a pas été comprise.";
    };
  }

  private static String advice(int status) {
    return switch (status) {
      case 403 ->
          "Rechargez la page et réessayez. Certaines pages sont réservées aux administrateurs.";
      case 500 -> "Réessayez dans un instant.";
      default -> "Revenez à la salle et recommencez.";
    };
  }

  private ProblemPage() {}
}
