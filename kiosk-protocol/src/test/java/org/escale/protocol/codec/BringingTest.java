package org.escale.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.escale.protocol.BringCode;
import org.escale.protocol.Bringing;
import org.escale.protocol.DocumentKind;
import org.escale.protocol.SessionId;
import org.junit.jupiter.api.Test;

/** What station and server say to each other about documents from a telephone. */
class BringingTest {

  private static final BringCode CODE = new BringCode("7K3QZM0A");
  private static final UUID DOCUMENT = UUID.fromString("d0c00000-0000-4000-8000-000000000007");

  private final ProtocolJson json = new ProtocolJson();

  @Test
  void readsAndWritesEveryMessage() throws Exception {
    Map<String, Object> messages =
        Map.of(
            "Bringing.Wish",
            new Bringing.Wish(SessionId.of("5e551011-0000-4000-8000-000000000001")),
            "Bringing.Invitation",
            new Bringing.Invitation(
                "https://192.168.1.10:8443/apporter", CODE, Duration.ofMinutes(15)),
            "Bringing.Told",
            new Bringing.Told(DOCUMENT, Bringing.Outcome.HOME_FULL),
            "Bringing.Noted",
            new Bringing.Noted(DOCUMENT));
    ObjectMapper plain = new ObjectMapper();

    for (var message : messages.entrySet()) {
      String golden = GoldenFrames.text(message.getKey());

      assertThat((Object) json.read(golden, message.getValue().getClass()))
          .isEqualTo(message.getValue());
      assertThat(plain.readTree(json.write(message.getValue()))).isEqualTo(plain.readTree(golden));
    }
  }

  @Test
  void aCodeIsReadAsPeopleTypeIt() {
    assertThat(BringCode.parse(" 7k3q zmoa ")).contains(CODE);
    assertThat(BringCode.parse("7K3Q-ZMOA")).contains(CODE);
    assertThat(BringCode.parse("7K3Q-ZM0")).isEmpty();
    assertThat(BringCode.parse("7K3Q-ZM0U")).isEmpty();
    assertThat(BringCode.parse(CODE.spelled())).contains(CODE);
    BringCode random = BringCode.random(new SecureRandom());
    assertThat(BringCode.parse(random.spelled())).contains(random);
  }

  @Test
  void aCodeIsNeverPrinted() {
    assertThat(new Bringing.Invitation("https://a/apporter", CODE, Duration.ZERO).toString())
        .doesNotContain(CODE.signs(), CODE.spelled());
  }

  @Test
  void aKindIsToldByTheFirstBytes() {
    assertThat(kind("%PDF-1.7")).contains(DocumentKind.PDF);
    assertThat(kind("\u00ff\u00d8\u00ff\u00e0 and so on")).contains(DocumentKind.JPEG);
    assertThat(kind("\u0089PNG\r\n\u001a\n")).contains(DocumentKind.PNG);
    assertThat(kind("\u007fELF\u0002\u0001\u0001")).isEmpty();
    assertThat(kind("%PD")).isEmpty();
    assertThat(kind("")).isEmpty();
  }

  private static Optional<DocumentKind> kind(String first) {
    return DocumentKind.of(first.getBytes(StandardCharsets.ISO_8859_1));
  }
}
