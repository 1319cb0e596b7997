package org.escale.client.os.linux;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The browser's policy, rule by rule, on the real browser of a real visit. A rule that no test
 * names makes this class fail.
 */
@Tag("machine")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserPolicySystemTest {

  private static final Path POLICY_PATH =
      Path.of("..", "provisioning", "station", "bubble", "policies", "escale.json");

  /** A PDF of one page that is magenta all over. */
  private static final String MAGENTA_PDF =
      """
      %PDF-1.4
      1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
      2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
      3 0 obj<</Type/Page/MediaBox[0 0 300 300]/Parent 2 0 R/Contents 4 0 R>>endobj
      4 0 obj<</Length 25>>stream
      1 0 1 rg 0 0 300 300 re f
      endstream endobj
      trailer<</Root 1 0 R>>
      """;

  private final Insider insider = new Insider();
  private final BrowserHands visitor = new BrowserHands(insider);
  private TestStation station;
  private LinuxVisitSpace space;

  @BeforeAll
  void setUp() throws Exception {
    station = new TestStation(91);
    space = new LinuxVisitSpace(station.settings(withAPlaceForSticks()), new CommandRunner());
    space.erase();
    space.open(TestStation.plan());
    visitor.servesSites();
    visitor.learnsWhatARefusalLooksLike();
    station.picture("policy-refusal");
  }

  @AfterAll
  void tearDown() throws Exception {
    space.erase();
    station.close();
  }

  @Test
  void namesEveryRuleOfThePolicyInATest() throws IOException {
    assertThat(heldRules()).isEqualTo(rules());
  }

  @Test
  @Holds({"URLBlocklist", "URLAllowlist"})
  void opensNoFileButTheVisitorsOwnDownloads() {
    visitor.isRefused(
        "file:///etc/passwd",
        "file:///proc/self/environ",
        "file:///home/visitor/",
        "file:///home/visitor/.config/browser/Local State",
        "file:///run/escale/xauthority",
        "file:///home/visitor/Downloads/../.config/");
  }

  /** No stick is in: its folder is there, and empty. */
  @Test
  @Holds({"URLBlocklist", "URLAllowlist"})
  void opensTheVisitorsStickAndNoFolderAroundIt() {
    visitor.does("reach file:///media/usb/ '*/media/usb/'");
    visitor.isRefused("file:///media/", "file:///media/usb/../", "file:///media/usbx");
  }

  @Test
  @Holds("URLAllowlist")
  void opensAPdfThatTheVisitorDownloaded() {
    visitor.does(
        """
        cat > ~/Downloads/attestation.pdf <<'PDF'
        %s
        PDF
        reach file:///home/visitor/Downloads/attestation.pdf attestation.pdf
        until_true magenta || { echo 'the page of the PDF is not drawn'; exit 1; }
        """
            .formatted(MAGENTA_PDF.strip()));
    station.picture("policy-pdf");
  }

  @Test
  @Holds("URLBlocklist")
  void showsNoSourceOfAPage() {
    visitor.isRefused(
        "view-source:http://localhost/", "view-source:file:///home/visitor/Downloads/");
  }

  @Test
  @Holds("URLBlocklist")
  void showsNoPageOfTheBrowsersOwn() {
    visitor.isRefused(
        "chrome://settings",
        "chrome://settings/passwords",
        "chrome://password-manager",
        "chrome://flags",
        "chrome://policy",
        "chrome://extensions",
        "chrome://inspect",
        "chrome://net-export",
        "chrome://history",
        "chrome://version",
        "chrome://system",
        "chrome://gpu",
        "about:version",
        "devtools://devtools/bundled/inspector.html");
  }

  @Test
  @Holds("URLBlocklist")
  void startsNoOtherProgramByAnAddress() {
    visitor.isRefused("mailto:a@example.org", "data:text/html,hi");
  }

  @Test
  @Holds("URLAllowlist")
  void opensWhatTheBrowserNeedsForItself() {
    visitor.does(
        """
        reach chrome://downloads 'Historique des téléchargements'
        reach chrome://newtab 'Nouvel onglet'
        """);
  }

  @Test
  @Holds({"URLBlocklist", "DeveloperToolsAvailability"})
  void runsNoScriptFromTheAddressBar() {
    visitor.shows("script.html", "<title>still</title>", "still");

    visitor.does(
        """
        type_address "javascript:document.title='changed'"
        reach "file:///home/visitor/Downloads/script.html#later" still
        """);
  }

  /** A page whose title says how much room it has: tools beside it would take some. */
  @Test
  @Holds("DeveloperToolsAvailability")
  void opensNoDeveloperTools() {
    visitor.shows(
        "room.html",
        "<script>const tell = () => document.title = 'room ' + innerWidth + 'x' + innerHeight;"
            + "tell(); onresize = tell</script>",
        "room *");

    visitor.does(
        """
        before=$(titles | sort)
        for keys in F12 ctrl+shift+i ctrl+shift+j ctrl+shift+c ctrl+u; do
          page=$(drawn)
          xdotool key $keys
          until_true drawn_is_not "$page" || { echo "$keys: no refusal is shown"; exit 1; }
          xdotool key Escape
          until_true drawn_is "$page" || { echo "$keys: the page has changed"; exit 1; }
        done
        [ "$before" = "$(titles | sort)" ] || { titles; exit 1; }
        """);
  }

  @Test
  @Holds({
    "AudioCaptureAllowed",
    "DefaultClipboardSetting",
    "DefaultGeolocationSetting",
    "DefaultIdleDetectionSetting",
    "DefaultLocalFontsSetting",
    "DefaultNotificationsSetting",
    "DefaultPopupsSetting",
    "DefaultSensorsSetting",
    "DefaultWindowManagementSetting",
    "VideoCaptureAllowed"
  })
  void refusesWhatPagesAskForWithoutAskingTheVisitor() {
    String said =
        visitor.shows(
            "asks.html",
            """
            <script>(async () => {
              const answers = [window.open('about:blank') ? 'popup-opened' : 'popup-refused'];
              for (const name of ['accelerometer', 'camera', 'clipboard-read', 'geolocation',
                  'gyroscope', 'idle-detection', 'local-fonts', 'microphone', 'notifications',
                  'window-management'])
                answers.push((await navigator.permissions.query({name})).state);
              document.title = 'asked: ' + answers.join(' ');
            })()</script>
            """,
            "asked: *");

    assertThat(said.strip())
        .isEqualTo("asked: popup-refused" + " denied".repeat(10) + " – Chromium");
  }

  /** A chooser would stand open, and nothing would be answered. */
  @Test
  @Holds({"DefaultSerialGuardSetting", "DefaultWebHidGuardSetting", "DefaultWebUsbGuardSetting"})
  void letsNoPageChooseADevice() {
    visitor.shows(
        "devices.html",
        """
        <title>ready</title>
        <body onclick="choose()" style="height: 100vh; margin: 0">
        <script>
          async function choose() {
            const late = new Promise(done => setTimeout(() => done('open'), 1500));
            const answer = asked => Promise.race([late, asked.then(one => one.length === 0 ? 'refused' : 'chosen', () => 'refused')]);
            const answers = await Promise.all([
              answer(navigator.serial.requestPort()),
              answer(navigator.usb.requestDevice({filters: []})),
              answer(navigator.hid.requestDevice({filters: []}))]);
            document.title = answers.join(' ');
          }
        </script>
        """,
        "ready");

    visitor.does(
        """
        xdotool mousemove 300 400 click 1
        until_true title_is 'refused refused refused – Chromium' || { title; exit 1; }
        """);
  }

  @Test
  @Holds({"DefaultAutomaticDownloadsSetting", "DownloadDirectory", "PromptForDownloadLocation"})
  void savesIntoTheDownloadsWithoutAsking() {
    visitor.does("rm -f ~/Downloads/saved-*");
    visitor.shows(
        "saves.html",
        """
        <script>
          function save(name) {
            const link = document.createElement('a');
            link.href = URL.createObjectURL(new Blob([name]));
            link.download = name;
            link.click();
          }
          save('saved-1.txt');
          setTimeout(() => save('saved-2.txt'), 500);
          setTimeout(() => document.title = 'saved', 1500);
        </script>
        """,
        "saved");

    visitor.does(
        """
        until_true test -s ~/Downloads/saved-1.txt || { ls ~/Downloads; exit 1; }
        [ ! -e ~/Downloads/saved-2.txt ] || { echo 'a page saved a second file by itself'; exit 1; }
        [ "$(find ~ -name 'saved-*' | wc -l)" = 1 ]
        """);
  }

  /** The browser takes keys in their order: once the second has acted, the first has as well. */
  @Test
  @Holds("IncognitoModeAvailability")
  void opensNoPrivateWindow() {
    visitor.does(
        """
        reach about:blank about:blank
        before=$(titles | grep -c Chromium)
        xdotool key ctrl+shift+n key ctrl+n
        one_more() { [ "$(titles | grep -c Chromium)" -gt "$before" ]; }
        until_true one_more
        until_true title_is 'Nouvel onglet – Chromium' || { titles; exit 1; }
        [ "$(titles | grep -c Chromium)" = $((before + 1)) ] || { titles; exit 1; }
        xdotool key ctrl+w
        """);
  }

  @Test
  @Holds({
    "BrowserGuestModeEnabled",
    "ExtensionAllowedTypes",
    "ExtensionInstallBlocklist",
    "IncognitoModeAvailability",
    "RemoteDebuggingAllowed"
  })
  void keepsItsRulesInABrowserThatTheVisitorStartsHerself() {
    visitor.does(
        """
        mkdir -p /tmp/extension
        cat > /tmp/extension/manifest.json <<'JSON'
        {"manifest_version": 3, "name": "planted", "version": "1", "content_scripts": [
          {"matches": ["http://*/*"], "js": ["plant.js"], "run_at": "document_end"}]}
        JSON
        echo "document.title = 'planted'" > /tmp/extension/plant.js
        echo '<title>plain</title>' > /tmp/web/plain.html
        for mode in --incognito --guest; do
          /usr/bin/chromium --user-data-dir=/tmp/own$mode $mode --remote-debugging-port=9391 \
            --load-extension=/tmp/extension http://localhost:8391/plain.html \
            >/dev/null 2>&1 </dev/null &
          until_true title_is 'plain*' || { titles; exit 1; }
          title_is 'plain – Chromium' || { title; exit 1; }
          ! (exec 3<>/dev/tcp/127.0.0.1/9391) 2>/dev/null || { echo 'can be debugged'; exit 1; }
          pkill -f /tmp/own$mode
          gone() { ! pgrep -f /tmp/own$mode >/dev/null; }
          until_true gone
        done
        """);
  }

  @Test
  @Holds("SSLErrorOverrideAllowed")
  void goesPastNoWarningOfAFalseSite() {
    visitor.does(
        """
        echo '<title>false site</title>' > /tmp/web/false.html
        reach https://localhost:8392/false.html 'Erreur liée à la confidentialité'
        xdotool type --delay 5 thisisunsafe
        for try in $(seq 40); do title_is 'false site – Chromium' && exit 1; sleep 0.05; done
        title_is 'Erreur liée à la confidentialité – Chromium'
        """);
  }

  @Test
  @Holds({
    "DefaultSearchProviderEnabled",
    "DefaultSearchProviderName",
    "DefaultSearchProviderSearchURL"
  })
  void searchesWhereThePolicySays() {
    visitor.does("reach 'carte vitale' duckduckgo.com");
  }

  /** A question about the password would be drawn over the page. */
  @Test
  @Holds("PasswordManagerEnabled")
  void offersToKeepNoPassword() {
    visitor.does(
        """
        cat > /tmp/web/sign-in.html <<'HTML'
        <!doctype html><title>sign in</title>
        <form action="in.html"><input name="user" autocomplete="username">
        <input name="password" type="password" autocomplete="current-password"><button></form>
        <script>onclick = () => document.querySelector('[name=user]').focus()</script>
        HTML
        echo '<!doctype html><title>in</title><h1>in</h1>' > /tmp/web/in.html
        reach http://localhost:8391/in.html in
        until_true drawn_is_not "$(cat /tmp/refusal)"
        plain=$(drawn)
        reach http://localhost:8391/sign-in.html 'sign in'
        xdotool mousemove 300 400 click 1
        xdotool type --delay 5 someone
        xdotool key Tab
        xdotool type --delay 5 a-Secret-of-hers1
        xdotool key Return
        until_true title_is 'in – Chromium' || { title; exit 1; }
        until_true drawn_is "$plain" || { echo 'another page'; exit 1; }
        for try in $(seq 15); do
          drawn_is "$plain" || { echo 'something stands over the page'; exit 1; }
          sleep 0.1
        done
        """);
  }

  @Test
  void letsTheVisitorChooseAndSaveFiles() {
    visitor.shows("file.html", "<title>paper</title><h1>paper</h1>", "paper");

    visitor.does(
        """
        dialog() { titles | grep -qx "$1"; }
        no_dialog() { ! dialog "$1"; }
        for step in 'ctrl+o:Ouvrir le fichier' 'ctrl+s:Enregistrer le fichier'; do
          xdotool key ${step%%:*}
          until_true dialog "${step#*:}" || { titles; exit 1; }
          xdotool key Escape
          until_true no_dialog "${step#*:}"
        done
        """);
  }

  @Test
  @Holds("URLAllowlist")
  void letsAPdfBePrinted() {
    visitor.does(
        """
        rm -f ~/Downloads/*.pdf
        cat > ~/Downloads/paper.pdf <<'PDF'
        %s
        PDF
        reach file:///home/visitor/Downloads/paper.pdf paper.pdf
        until_true magenta
        xdotool key ctrl+p
        saving() { titles | grep -q '^Enregistrer'; }
        press_until_saving() { xdotool key Return; sleep 0.2; saving; }
        page=$(drawn)
        until_true drawn_is_not "$page"
        until_true press_until_saving || { titles; exit 1; }
        xdotool key Escape
        put_away() { ! saving; }
        until_true put_away
        xdotool key Escape
        """
            .formatted(MAGENTA_PDF.strip()));
  }

  /**
   * The browser's own word for each rule: known, taken from the machine's policy, not ignored.
   * These would show only on the Internet, on hardware or over hours, so here the word is all there
   * is.
   */
  @Test
  @Holds({
    "AIModeSettings",
    "AccessibilityImageLabelsEnabled",
    "AlternateErrorPagesEnabled",
    "AutofillAddressEnabled",
    "AutofillCreditCardEnabled",
    "AutofillPredictionSettings",
    "AutomatedPasswordChangeSettings",
    "BackgroundModeEnabled",
    "BlockExternalExtensions",
    "BrowserAddPersonEnabled",
    "BrowserLabsEnabled",
    "BrowserNetworkTimeQueriesEnabled",
    "BrowserSignin",
    "CACertificateManagementAllowed",
    "ComponentUpdatesEnabled",
    "DefaultBrowserSettingEnabled",
    "DefaultFileSystemReadGuardSetting",
    "DefaultFileSystemWriteGuardSetting",
    "DefaultInsecureContentSetting",
    "DefaultWebBluetoothGuardSetting",
    "DnsOverHttpsMode",
    "DomainReliabilityAllowed",
    "EnableMediaRouter",
    "ExternalProtocolDialogShowAlwaysOpenCheckbox",
    "FeedbackSurveysEnabled",
    "GeminiSettings",
    "HelpMeWriteSettings",
    "HideWebStoreIcon",
    "HistorySearchSettings",
    "MetricsReportingEnabled",
    "NativeMessagingBlocklist",
    "NativeMessagingUserLevelHosts",
    "NetworkPredictionOptions",
    "PasswordLeakDetectionEnabled",
    "PasswordManagerPasskeysEnabled",
    "PasswordSharingEnabled",
    "PaymentMethodQueryEnabled",
    "PolicyTestPageEnabled",
    "ProfilePickerOnStartupAvailability",
    "PromotionsEnabled",
    "ProxySettings",
    "SafeBrowsingProtectionLevel",
    "ScreenCaptureAllowed",
    "SearchContentSharingSettings",
    "SearchSuggestEnabled",
    "ShoppingListEnabled",
    "SpellCheckServiceEnabled",
    "SyncDisabled",
    "TabCompareSettings",
    "TaskManagerEndProcessEnabled",
    "TranslateEnabled",
    "UrlKeyedAnonymizedDataCollectionEnabled",
    "UserFeedbackAllowed",
    "WebAppInstallByUserEnabled",
    "WebRtcEventLogCollectionAllowed",
    "WPADQuickCheckEnabled"
  })
  void takesEveryRuleWithoutAComplaint() throws Exception {
    Map<String, PolicyPage.Verdict> verdicts =
        new PolicyPage().verdicts(POLICY_PATH, station.dir());

    Set<String> expected = rules();
    expected.removeAll(PolicyPage.WOULD_KEEP_US_OUT);
    assertThat(verdicts).containsOnlyKeys(expected);
    assertThat(verdicts.values())
        .allSatisfy(
            verdict -> {
              assertThat(verdict.level()).isEqualTo("mandatory");
              assertThat(verdict.complaint()).isEmpty();
            });
  }

  private static LinuxSettings.Devices withAPlaceForSticks() {
    LinuxSettings.Devices none = LinuxSettings.Devices.none();
    return new LinuxSettings.Devices(
        "", none.printSocketPath(), none.printSpoolDir(), List.of("no-such-stick"), "");
  }

  private static Set<String> rules() throws IOException {
    Set<String> rules = new TreeSet<>();
    new ObjectMapper().readTree(POLICY_PATH.toFile()).fieldNames().forEachRemaining(rules::add);
    return rules;
  }

  private static Set<String> heldRules() {
    return Stream.of(BrowserPolicySystemTest.class.getDeclaredMethods())
        .map(method -> method.getAnnotation(Holds.class))
        .filter(holds -> holds != null)
        .flatMap(holds -> Stream.of(holds.value()))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
