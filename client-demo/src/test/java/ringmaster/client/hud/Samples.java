package ringmaster.client.hud;

import java.util.List;
import java.util.concurrent.TimeUnit;
import ringmaster.client.browser.ServerEntry;
import ringmaster.client.browser.ServerEntry.Match;
import ringmaster.client.browser.ServerEntry.Source;
import ringmaster.client.browser.ServerEntry.Status;
import ringmaster.client.hud.HudState.ChatLine;
import ringmaster.client.hud.HudState.FeedLine;
import ringmaster.client.hud.HudState.Gauge;
import ringmaster.client.hud.HudState.ScoreRow;
import ringmaster.client.hud.HudState.Team;

/** A lively match, and some servers, as they might be. */
final class Samples {
  static final long NOW = TimeUnit.MINUTES.toNanos(10);
  private static final int[] COLOURS = {
    0x56B4E9, 0xE69F00, 0x2FC79A, 0xF0E442, 0xCC79A7, 0xF07A3C, 0x8FA8FF, 0xD9D9D9
  };
  private static final String[] NAMES = {
    "Ada", "Grace", "Linus", "Ünal", "Margaret", "Dennis", "Barbara Liskov", "Ken"
  };

  private Samples() {}

  static HudState match() {
    HudState state = new HudState();
    state.nowNanos = NOW;
    state.inMatch = true;
    state.mode = "skirmish";
    state.map = "yard";
    state.alive = true;
    state.health = 0.73f;
    gauge(state, "boost", 0.6f);
    gauge(state, "rail", 1);
    gauge(state, "rocket", 0.25f);
    state.score = 12;
    state.rank = 2;
    state.players = 8;
    state.remainingSeconds = 154;
    state.hitNanos = NOW - TimeUnit.MILLISECONDS.toNanos(60);
    state.hurtNanos = NOW - TimeUnit.MILLISECONDS.toNanos(200);
    state.hurtBearingRadians = 1.9f;
    feed(state);
    chat(state);
    scoreboard(state, NAMES.length);
    labels(state);
    state.framesPerSecond = 143.6f;
    state.pingMillis = 23;
    return state;
  }

  private static void gauge(HudState state, String name, float value) {
    Gauge gauge = new Gauge(name);
    gauge.value = value;
    state.gauges.add(gauge);
  }

  static long ago(long millis) {
    return NOW - TimeUnit.MILLISECONDS.toNanos(millis);
  }

  private static void feed(HudState state) {
    state.feed.add(
        new FeedLine("Ken", COLOURS[7], "rocket", "Ünal", COLOURS[3], false, ago(5_500)));
    state.feed.add(new FeedLine("", 0, "crash", "Dennis", COLOURS[5], false, ago(3_000)));
    state.feed.add(
        new FeedLine("Grace", COLOURS[1], "rail", "Barbara Liskov", COLOURS[6], true, ago(900)));
  }

  private static void chat(HudState state) {
    state.chat.add(new ChatLine("", 0, "Grace joined", ago(30_000)));
    state.chat.add(new ChatLine("Linus", COLOURS[2], "good luck everybody", ago(7_400)));
    state.chat.add(
        new ChatLine(
            "Barbara Liskov",
            COLOURS[6],
            "that rocket went round two crates and straight through the gap, how did you do that",
            ago(4_000)));
    state.chat.add(new ChatLine("", 0, "Ken leads with 15", ago(1_000)));
  }

  static void scoreboard(HudState state, int players) {
    state.scoreboard.clear();
    state.countNames = List.of("Kills", "Deaths");
    state.players = players;
    for (int i = 0; i < players; i++) {
      String name = i < NAMES.length ? NAMES[i] : "Player " + i;
      state.scoreboard.add(
          new ScoreRow(
              i,
              name,
              COLOURS[i % COLOURS.length],
              0,
              15 - i,
              List.of(15 - i, 3 + i),
              i % 3 == 2 ? -1 : 18 + 7 * i,
              i % 3 == 2,
              i == 1));
    }
  }

  /** The same people in two teams, of which the second leads. */
  static HudState teams() {
    HudState state = match();
    state.teams = List.of(new Team(1, "Blue", 0x3D8BE8, 2), new Team(2, "Orange", 0xE69F00, 3));
    state.ownTeam = 1;
    List<ScoreRow> rows = List.copyOf(state.scoreboard);
    state.scoreboard.clear();
    for (int team = 2; team >= 1; team--) {
      for (int i = team % 2; i < rows.size(); i += 2) {
        ScoreRow row = rows.get(i);
        state.scoreboard.add(
            new ScoreRow(
                row.seat(),
                row.name(),
                state.teams.get(team - 1).rgb(),
                team,
                row.score(),
                row.counts(),
                row.pingMillis(),
                row.bot(),
                row.self()));
      }
    }
    return state;
  }

  private static void labels(HudState state) {
    for (int i = 0; i < 3; i++) {
      HudState.Label label = new HudState.Label();
      label.name = NAMES[i + 2];
      label.rgb = COLOURS[i + 2];
      label.x = 0.3f + 0.2f * i;
      label.y = 0.42f - 0.05f * i;
      label.distanceMeters = 15 + 40 * i;
      label.health = 0.3f * (i + 1);
      state.labels.add(label);
    }
    state.labelCount = 3;
  }

  static List<ServerEntry> servers() {
    return List.of(
        answered("ring.example.org:7777", Source.FAVOURITE, 31, match(1, "yard", 5, 2)),
        answered(
            "192.168.1.20:7777",
            Source.LAN,
            1,
            match(4, "yard", 8, 0),
            match(5, "quarry", 3, 3),
            match(6, "quarry", 0, 0)),
        answered("10.0.0.7:7800", Source.RECENT, 88, match(2, "quarry", 8, 4)),
        new ServerEntry(
            "old.example.net:7777",
            Source.RECENT,
            false,
            Status.OTHER_VERSION,
            45,
            "0.0.9",
            "",
            List.of()),
        new ServerEntry(
            "172.16.0.9:7777", Source.TYPED, false, Status.SILENT, -1, "", "", List.of()),
        new ServerEntry(
            "far.example.com:7777", Source.TYPED, false, Status.ASKING, -1, "", "", List.of()));
  }

  private static Match match(int id, String map, int players, int bots) {
    return new Match(id, "skirmish", map, players, bots, 8);
  }

  private static ServerEntry answered(String address, Source source, int ping, Match... matches) {
    return new ServerEntry(
        address,
        source,
        source == Source.FAVOURITE,
        Status.ANSWERED,
        ping,
        "0.1.0",
        "",
        List.of(matches));
  }
}
