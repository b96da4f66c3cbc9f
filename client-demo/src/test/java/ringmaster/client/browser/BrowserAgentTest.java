package ringmaster.client.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ringmaster.client.browser.FakeNetwork.Host;
import ringmaster.client.browser.ServerEntry.Source;
import ringmaster.client.browser.ServerEntry.Status;
import ringmaster.shared.protocol.Announcement;
import ringmaster.shared.protocol.ControlMessage;
import ringmaster.shared.protocol.DisconnectReason;
import ringmaster.shared.protocol.Limits;

class BrowserAgentTest {
  private static final long MILLI = FakeNetwork.MILLI;

  private final FakeNetwork network = new FakeNetwork();
  private final List<Runnable> waitingLookups = new ArrayList<>();
  private boolean lookupsWait;
  private final BrowserAgent browser = new BrowserAgent(network::endpoint, this::lookUp, null);
  private long nowNanos = -50_000 * MILLI;

  BrowserAgentTest() {
    browser.setVisible(true);
  }

  private void lookUp(Runnable lookup) {
    if (lookupsWait) {
      waitingLookups.add(lookup);
    } else {
      lookup.run();
    }
  }

  private void run(double seconds) {
    for (int i = 0; i < seconds * 1000; i++) {
      nowNanos += MILLI;
      browser.doWork(nowNanos);
    }
  }

  private void announce(long serverId, String from, int port) {
    browser.lan().heard(new Announcement(2, port, serverId), InetAddress.ofLiteral(from), nowNanos);
    browser.setKnown(List.of(), List.of()); // as a listener would, this has the list made anew
  }

  private List<String> addresses() {
    return browser.entries().stream().map(ServerEntry::address).toList();
  }

  private ServerEntry only() {
    assertEquals(1, browser.entries().size(), browser.entries().toString());
    return browser.entries().getFirst();
  }

  @Test
  void whoAnswersIsShownWithItsMatchesAndPing() {
    Host host = network.at("a:7777", Host.answering(1));
    browser.add("a:7777");
    run(0.01);
    assertEquals(Status.ASKING, only().status());
    run(1);
    assertEquals(
        new ServerEntry(
            "a:7777",
            Source.TYPED,
            false,
            Status.ANSWERED,
            20,
            "1.2",
            "",
            List.of(new ServerEntry.Match(4, "skirmish", "yard", 2, 3, 8))),
        only());
    assertEquals(List.of(new ControlMessage.Ask(Limits.PROTOCOL_VERSION)), host.heard);
    assertEquals(0, host.open, "a connection was left open");
  }

  @Test
  void whoDoesNotAnswerIsSilentAfterThreeSeconds() {
    browser.add("nobody:7777");
    run(2.9);
    assertEquals(Status.ASKING, only().status());
    run(0.2);
    assertEquals(Status.SILENT, only().status());
    assertEquals("no server answers at nobody:7777", only().sentence());
  }

  @Test
  void whoIsRefusedAConnectionIsSilentAtOnce() {
    network.at("closed:7777", new Host()).refuses = true;
    browser.add("closed:7777");
    run(0.1);
    assertEquals(Status.SILENT, only().status());
  }

  @Test
  void anotherVersionIsNamed() {
    network.at("new:7777", new Host()).answer = FakeNetwork.info(1, 9);
    browser.add("new:7777");
    run(1);
    assertEquals(Status.OTHER_VERSION, only().status());
    assertEquals(
        "it speaks version 9 of the protocol, this program version " + Limits.PROTOCOL_VERSION,
        only().sentence());
  }

  @Test
  void aRefusalAndNonsenseAreSaidInASentence() {
    DisconnectReason flood = DisconnectReason.FLOOD;
    network.at("busy:7777", new Host()).answer = new ControlMessage.Refused(flood, "look here");
    network.at("odd:7777", new Host()).answer = new ControlMessage.Malformed();
    browser.setKnown(List.of("busy:7777", "odd:7777"), List.of());
    run(1);
    assertEquals(
        List.of(
            "it does not answer now: too many messages",
            "something else than a server answers at odd:7777"),
        browser.entries().stream().map(ServerEntry::sentence).toList());
  }

  @Test
  void theOrderIsFavouritesThisNetworkRecentTyped() {
    for (String address : List.of("f:1", "g:1", "r:1", "t:1", "10.0.0.9:5")) {
      network.at(address, Host.answering(address.hashCode()));
    }
    announce("10.0.0.9:5".hashCode(), "10.0.0.9", 5);
    browser.add("t:1");
    browser.setKnown(List.of("g:1", "f:1"), List.of("r:1", "f:1"));
    run(1);
    assertEquals(List.of("g:1", "f:1", "10.0.0.9:5", "r:1", "t:1"), addresses());
    assertEquals(
        List.of(true, true, false, false, false),
        browser.entries().stream().map(ServerEntry::favourite).toList());
    assertEquals(
        List.of(Source.FAVOURITE, Source.FAVOURITE, Source.LAN, Source.RECENT, Source.TYPED),
        browser.entries().stream().map(ServerEntry::source).toList());
  }

  @Test
  void aServerOfThisMachineIsFoundUnannounced() {
    run(4);
    assertEquals(List.of(), browser.entries(), "nobody is there to be shown");
    network.at(BrowserAgent.THIS_MACHINE, Host.answering(5));
    browser.refresh();
    run(6);
    assertEquals(Source.LAN, only().source());
    assertEquals(BrowserAgent.THIS_MACHINE, only().address());
  }

  @Test
  void thisMachineIsShownWhenItWasTyped() {
    browser.add(BrowserAgent.THIS_MACHINE);
    run(4);
    assertEquals(Status.SILENT, only().status());
    assertEquals(Source.TYPED, only().source());
  }

  @Test
  void aServerKnownByTwoAddressesIsShownOnce() {
    network.at(BrowserAgent.THIS_MACHINE, Host.answering(5));
    network.at("10.0.0.1:7777", Host.answering(5));
    announce(5, "10.0.0.1", 7777);
    browser.add("10.0.0.1:7777");
    run(1);
    assertEquals(List.of(BrowserAgent.THIS_MACHINE), addresses());
  }

  @Test
  void aFavouriteIsShownInAnyCase() {
    network.at(BrowserAgent.THIS_MACHINE, Host.answering(5));
    network.at("f:1", Host.answering(5));
    network.at("g:1", Host.answering(5));
    browser.setKnown(List.of("f:1", "g:1"), List.of());
    run(1);
    assertEquals(List.of("f:1", "g:1"), addresses());
  }

  @Test
  void anAnnouncedServerGoesSixSecondsAfterItsLastWord() {
    network.at("10.0.0.1:7000", Host.answering(5));
    announce(5, "10.0.0.1", 7000);
    run(5.9);
    assertEquals(List.of("10.0.0.1:7000"), addresses());
    run(0.2);
    assertEquals(List.of(), addresses());
  }

  @Test
  void allAreAskedAgainEveryFiveSecondsWhileSomebodyLooks() {
    Host host = network.at("a:7777", Host.answering(1));
    browser.add("a:7777");
    run(11);
    assertEquals(3, host.heard.size());
    browser.setVisible(false);
    run(20);
    assertEquals(3, host.heard.size());
    browser.setVisible(true);
    run(1);
    assertEquals(4, host.heard.size());
    browser.refresh();
    run(1);
    assertEquals(5, host.heard.size());
  }

  @Test
  void beingAskedAgainDoesNotFlicker() {
    network.at("a:7777", Host.answering(1));
    browser.add("a:7777");
    run(1);
    List<ServerEntry> before = browser.entries();
    run(20);
    assertSame(before, browser.entries());
  }

  @Test
  void whoFallsSilentLosesItsMatches() {
    Host host = network.at("a:7777", Host.answering(1));
    browser.add("a:7777");
    run(1);
    host.reachable = false;
    run(9);
    assertEquals(Status.SILENT, only().status());
    assertEquals(-1, only().pingMillis());
    assertEquals(List.of(), only().matches());
  }

  @Test
  void sixteenAreAskedAtATimeAndDeadOnesKeepNobodyWaiting() {
    List<String> dead = IntStream.range(0, 60).mapToObj(i -> "dead-" + i + ":1").toList();
    Host alive = network.at("alive:1", Host.answering(1));
    browser.setKnown(dead, List.of("alive:1"));
    run(13);
    assertEquals(BrowserAgent.MAX_ASKING, network.mostOpen);
    assertTrue(alive.heard.size() > 0, "the living one was not asked");
  }

  @Test
  void aNameThatTakesLongIsLookedUpOnce() {
    lookupsWait = true;
    browser.add("slow:1");
    run(20);
    assertEquals(2, waitingLookups.size(), "this machine's, and the slow one's");
    assertEquals(Status.SILENT, only().status());
    network.at("slow:1", Host.answering(1));
    waitingLookups.forEach(Runnable::run);
    run(6);
    assertEquals(Status.ANSWERED, only().status());
  }

  @Test
  void aSilentServersNameIsLookedUpAgain() {
    browser.add("moved:1");
    run(3.5);
    network.at("moved:1", Host.answering(1));
    run(6);
    assertEquals(Status.ANSWERED, only().status());
    assertEquals(2, network.lookups.stream().filter("moved:1"::equals).count());
  }

  @Test
  void whatIsNoLongerKnownIsNoLongerAsked() {
    browser.setKnown(List.of("dead:1"), List.of());
    run(0.5);
    Host host = network.at("a:1", Host.answering(1));
    browser.setKnown(List.of(), List.of("a:1"));
    run(1);
    assertEquals(List.of("a:1"), addresses());
    assertEquals(1, host.heard.size());
    browser.onClose();
  }

  @Test
  void theNewestTypedAddressesAreKept() {
    for (int i = 0; i < BrowserAgent.MAX_OF_A_KIND + 3; i++) {
      browser.add("t" + i + ":1");
    }
    run(0.1);
    assertEquals(BrowserAgent.MAX_OF_A_KIND, addresses().size());
    assertEquals("t3:1", addresses().getFirst());
  }

  @Test
  void whatStrangersWriteIsShownWithoutTricks() {
    network.at("a:1", new Host()).answer =
        new ControlMessage.Info("1\u202E.\n2", 2, 1, 0, List.of());
    browser.add("a:1");
    run(1);
    assertEquals("1. 2", only().version());
  }
}
