package org.escale.server.bring.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.escale.protocol.BringCode;
import org.escale.protocol.Bringing;
import org.escale.protocol.Language;
import org.escale.server.bring.Host;
import org.escale.server.bring.PhoneAnswer;
import org.escale.server.bring.PhoneDesk;
import org.escale.server.bring.PhoneDesk.Found;
import org.escale.server.platform.http.Pages;
import org.escale.server.platform.http.Routes;
import org.escale.server.platform.http.StationJson;
import org.escale.server.platform.http.Throttle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The page that a visitor's telephone opens, and what it brings. The code comes in a header, never
 * in an address, and a document as it is, never as a form: nothing of it is written down.
 */
public final class PhonePages implements Routes {

  static final String PATH = "/apporter";
  static final String VISIT_PATH = "/apporter/visit";
  static final String DOCUMENTS_PATH = "/apporter/documents";
  static final String CODE_HEADER = "Escale-Code";

  private static final Logger log = LoggerFactory.getLogger(PhonePages.class);

  private static final int WRONG_CODES = 10;
  private static final int WRONG_CODES_IN_THE_ROOM = 100;
  private static final Duration REMEMBERED = Duration.ofMinutes(10);
  private static final String THE_ROOM = "room";

  private final PhoneDesk desk;
  private final String centreName;
  private final ExecutorService waiting;
  private final Throttle callers;
  private final Throttle room;

  /**
   * @param waiting where a telephone waits, so that none of the web server's own threads does
   */
  public PhonePages(
      PhoneDesk desk, String centreName, ExecutorService waiting, InstantSource clock) {
    this.desk = desk;
    this.centreName = centreName;
    this.waiting = waiting;
    this.callers = new Throttle(WRONG_CODES, REMEMBERED, clock);
    this.room = new Throttle(WRONG_CODES_IN_THE_ROOM, REMEMBERED, clock);
  }

  /** What a telephone reads of its visit. */
  private record Visit(String language, String whose) {}

  private record Answer(PhoneAnswer answer) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(PATH, this::show);
    routes.post(VISIT_PATH, this::visit);
    routes.put(DOCUMENTS_PATH, ctx -> ctx.async(task -> task.executor = waiting, () -> take(ctx)));
  }

  private void show(Context ctx) {
    Pages.show(
        ctx,
        "bring/page.jte",
        Map.of("view", new PhoneView(centreName, spokenBy(ctx.header("Accept-Language")))));
  }

  private void visit(Context ctx) {
    switch (find(ctx)) {
      case Found.Visit(Host host) -> {
        String whose = Pages.render("bring/whose.jte", Map.of("view", new WhoseView(host)));
        StationJson.answer(ctx, new Visit(host.language().tag(), whose));
      }
      case Found.Nobody(PhoneAnswer why) -> answer(ctx, why);
    }
  }

  private void take(Context ctx) {
    try {
      answer(ctx, take(ctx, find(ctx)));
    } catch (IOException gone) {
      log.debug("a telephone has gone while it brought something");
    } catch (InterruptedException stopping) {
      answer(ctx, PhoneAnswer.STATION_AWAY);
    }
  }

  /** A browser hears an answer only when it has sent everything. */
  private PhoneAnswer take(Context ctx, Found found) throws IOException, InterruptedException {
    long size = ctx.req().getContentLengthLong();
    if (size > Bringing.LARGEST_BYTES) {
      return PhoneAnswer.TOO_LARGE;
    }
    InputStream document = ctx.bodyInputStream();
    PhoneAnswer answer =
        switch (found) {
          case Found.Visit visit when size < 0 -> PhoneAnswer.TOO_LARGE;
          case Found.Visit(Host host) -> desk.bring(host, size, document);
          case Found.Nobody(PhoneAnswer why) -> why;
        };
    drain(document, Bringing.LARGEST_BYTES);
    return answer;
  }

  private static void drain(InputStream document, long atMost) throws IOException {
    byte[] rest = new byte[64 * 1024];
    for (long left = atMost; left > 0; ) {
      int read = document.read(rest);
      if (read < 0) {
        return;
      }
      left -= read;
    }
  }

  private Found find(Context ctx) {
    if (!callers.allows(ctx.ip()) || !room.allows(THE_ROOM)) {
      return new Found.Nobody(PhoneAnswer.TOO_MANY_TRIES);
    }
    String typed = ctx.header(CODE_HEADER);
    Found found =
        BringCode.parse(typed == null ? "" : typed)
            .map(desk::find)
            .orElseGet(() -> new Found.Nobody(PhoneAnswer.CODE_UNKNOWN));
    if (found instanceof Found.Nobody(PhoneAnswer why) && why == PhoneAnswer.CODE_UNKNOWN) {
      callers.failed(ctx.ip());
      room.failed(THE_ROOM);
    }
    return found;
  }

  private static void answer(Context ctx, PhoneAnswer answer) {
    ctx.status(statusOf(answer));
    StationJson.answer(ctx, new Answer(answer));
  }

  private static HttpStatus statusOf(PhoneAnswer answer) {
    return switch (answer) {
      case STORED -> HttpStatus.OK;
      case CODE_UNKNOWN -> HttpStatus.NOT_FOUND;
      case TOO_MANY_TRIES -> HttpStatus.TOO_MANY_REQUESTS;
      case VISIT_OVER -> HttpStatus.GONE;
      case HIDDEN, ENOUGH, ONE_MOMENT -> HttpStatus.CONFLICT;
      case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
      case OTHER_KIND -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
      case HOME_FULL -> HttpStatus.INSUFFICIENT_STORAGE;
      case STATION_AWAY -> HttpStatus.SERVICE_UNAVAILABLE;
    };
  }

  /** The first of the stations' languages that a telephone asks for. */
  static Language spokenBy(@Nullable String header) {
    try {
      List<Locale.LanguageRange> wanted = Locale.LanguageRange.parse(header == null ? "" : header);
      String tag =
          Locale.lookupTag(wanted, Arrays.stream(Language.values()).map(Language::tag).toList());
      return Arrays.stream(Language.values())
          .filter(language -> language.tag().equals(tag))
          .findFirst()
          .orElse(Language.FRENCH);
    } catch (IllegalArgumentException nonsense) {
      return Language.FRENCH;
    }
  }
}
