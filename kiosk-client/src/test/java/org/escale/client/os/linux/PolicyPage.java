package org.escale.client.os.linux;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * What the browser says about a policy: its own page chrome://policy, which a visitor cannot open.
 * Asked of a browser outside every visit, under the same rules but those that would keep us out.
 */
final class PolicyPage {

  /** They refuse this page as they refuse the visitor; each is seen to hold by itself. */
  static final Set<String> WOULD_KEEP_US_OUT =
      Set.of("DeveloperToolsAvailability", "RemoteDebuggingAllowed");

  private static final String BROWSER =
      """
      mount --bind "$1/managed" /etc/chromium/policies/managed
      exec setpriv --reuid=%1$s --regid=%1$s --clear-groups env -i PATH=/usr/bin:/bin HOME="$1" \\
        /usr/bin/chromium --headless --remote-debugging-port=0 --user-data-dir="$1/profile" \\
        --no-first-run --disable-gpu about:blank
      """
          .formatted(TestStation.VISITOR);

  private static final String ASK =
      """
      (async () => {
        const messages = await import('chrome://resources/js/cr.js');
        return await new Promise(told => {
          messages.addWebUiListener('policies-updated', (names, values) =>
            told(JSON.stringify(values.policyGroups.chrome.policies)));
          chrome.send('listenPoliciesUpdates');
        });
      })()
      """;

  private final ObjectMapper json = new ObjectMapper();

  /** What a browser makes of one rule. */
  record Verdict(String level, boolean deprecated, String complaint) {}

  /** For each rule of the policy that the browser knows of, by name. */
  Map<String, Verdict> verdicts(Path policyPath, Path parentDir) throws Exception {
    Path dir = parentDir.resolve("policy-page");
    Files.createDirectories(dir.resolve("managed"));
    Files.writeString(
        dir.resolve("managed/escale.json"), json.writeValueAsString(open(policyPath)));
    Machine.run("chown", TestStation.VISITOR, dir.toString());
    Process browser =
        Machine.start(List.of("unshare", "--mount", "sh", "-c", BROWSER, "sh", dir.toString()));
    try {
      Path portPath = dir.resolve("profile/DevToolsActivePort");
      await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(portPath));
      await().until(() -> Files.readAllLines(portPath).size() > 1);
      return read(json.readTree(ask(Files.readAllLines(portPath).getFirst())));
    } finally {
      browser.descendants().forEach(ProcessHandle::destroyForcibly);
      browser.destroyForcibly();
      browser.waitFor(10, TimeUnit.SECONDS);
    }
  }

  private ObjectNode open(Path policyPath) throws IOException {
    ObjectNode policy = (ObjectNode) json.readTree(policyPath.toFile());
    policy.remove(WOULD_KEEP_US_OUT);
    ((ArrayNode) policy.get("URLAllowlist")).add("chrome://policy").add("chrome://resources");
    return policy;
  }

  private static Map<String, Verdict> read(JsonNode policies) {
    Map<String, Verdict> verdicts = new TreeMap<>();
    policies
        .properties()
        .forEach(
            rule ->
                verdicts.put(
                    rule.getKey(),
                    new Verdict(
                        rule.getValue().path("level").asText(),
                        rule.getValue().path("deprecated").asBoolean(),
                        rule.getValue().path("error").asText()
                            + rule.getValue().path("warning").asText())));
    return verdicts;
  }

  private String ask(String port) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest newPage =
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:" + port + "/json/new?chrome://policy"))
              .PUT(HttpRequest.BodyPublishers.noBody())
              .build();
      String page = client.send(newPage, HttpResponse.BodyHandlers.ofString()).body();
      Answers answers = new Answers();
      WebSocket socket =
          client
              .newWebSocketBuilder()
              .buildAsync(
                  URI.create(json.readTree(page).get("webSocketDebuggerUrl").asText()), answers)
              .join();
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> evaluate(socket, answers, "location.href").equals("chrome://policy/"));
      String answer = evaluate(socket, answers, ASK);
      socket.abort();
      return answer;
    }
  }

  private String evaluate(WebSocket socket, Answers answers, String expression) throws Exception {
    answers.next = new CompletableFuture<>();
    ObjectNode question = json.createObjectNode().put("id", 1).put("method", "Runtime.evaluate");
    question
        .putObject("params")
        .put("expression", expression)
        .put("awaitPromise", true)
        .put("returnByValue", true);
    socket.sendText(json.writeValueAsString(question), true).join();
    String answer = answers.next.get(20, TimeUnit.SECONDS);
    return json.readTree(answer).path("result").path("result").path("value").asText();
  }

  /** Puts the parts of a message together. */
  private static final class Answers implements WebSocket.Listener {

    private final StringBuilder begun = new StringBuilder();
    private volatile CompletableFuture<String> next = new CompletableFuture<>();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      begun.append(part);
      if (last) {
        next.complete(begun.toString());
        begun.setLength(0);
      }
      socket.request(1);
      return CompletableFuture.completedStage(null);
    }
  }
}
