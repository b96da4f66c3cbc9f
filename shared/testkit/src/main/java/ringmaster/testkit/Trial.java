package ringmaster.testkit;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.MatchTimer;
import ringmaster.shared.state.StateFormatException;

/**
 * A game before its laws: one set of players, one seed, and what was played with them. Each law
 * asks for the runs it needs; what it finds wrong leaves as one {@link AssertionError}.
 */
final class Trial {
  /** Lossy and jittery enough that commands are late, missing and repeated. */
  private static final String NETWORK = "4g";

  private final Game game;
  private final TestMatch.Setup setup;
  private final int seconds;
  private final OwnCode ownCode;
  private final TestMatch played;
  private String law = "";

  /**
   * @param setup of a match that runs into its results within so many seconds
   */
  Trial(Game game, TestMatch.Setup setup, int seconds) {
    this.game = game;
    this.setup = setup;
    this.seconds = seconds;
    ownCode = new OwnCode(game);
    played = newMatch();
  }

  /** Checks one law. */
  void under(String sentence, Consumer<Trial> check) {
    law = sentence;
    try {
      setup.watch().over(() -> check.accept(this));
    } catch (Breach e) {
      throw e;
    } catch (SchemaFit.Misfit e) {
      law = SchemaFit.LAW; // whichever law it was that had the match played
      throw breach(String.valueOf(e.getMessage()), e);
    } catch (Throwable t) {
      String how =
          t instanceof AssertionError ? String.valueOf(t.getMessage()) : "it throws " + t + at(t);
      throw breach(how, t);
    }
  }

  /** What the law at hand says is not so. */
  AssertionError breach(String how, @Nullable Throwable cause) {
    return new Breach(
        game.mode() + " breaks the law that " + law + ": " + how + "\n  in " + played, cause);
  }

  AssertionError breach(String how) {
    return breach(how, null);
  }

  /** The author's line that threw, or called what threw. */
  String at(Throwable thrown) {
    return ownCode.at(thrown.getStackTrace());
  }

  /** Which code is the author's. */
  OwnCode ownCode() {
    return ownCode;
  }

  Game game() {
    return game;
  }

  /** The match that the laws are checked on; the first law plays it to its end. */
  TestMatch played() {
    return played;
  }

  Recording recording() {
    return played.recording();
  }

  int ticks() {
    return seconds * played.settings().rate().hz();
  }

  long seed() {
    return played.settings().seed();
  }

  /** A match of the game, each seat played by another of its brains. */
  TestMatch newMatch() {
    TestMatch match = setup.network(NETWORK).start();
    List<String> brains = game.brains();
    for (int seat = 0; seat < match.settings().maxPlayers(); seat++) {
      match.brain(seat, brains.get(seat % brains.size()));
    }
    return match;
  }

  Run newRun() {
    return played.simulated().another();
  }

  /** A run whose time does not end while anybody looks. */
  Run newLongRun() {
    MatchSettings s = played.settings();
    MatchSettings longer =
        new MatchSettings(
            s.mode(),
            s.map(),
            s.maxPlayers(),
            s.rate(),
            MatchSettings.MAX_TIME_LIMIT_SECONDS,
            s.seed(),
            withoutWarmUp(s));
    return new Run(game, longer, played.map());
  }

  /** A single player would warm up for ever. */
  private SortedMap<String, Integer> withoutWarmUp(MatchSettings settings) {
    SortedMap<String, Integer> options = new TreeMap<>(settings.options());
    if (game.settings().contains(MatchTimer.WARM_UP)) {
      options.put(MatchTimer.WARM_UP.name(), 0);
    }
    return options;
  }

  /** A run that has come halfway through what was recorded. */
  Run halfway() {
    Run run = newRun();
    recording().play(run, ticks() / 2);
    return run;
  }

  /** Whether bytes are a state to a run; any other exception is a breach. */
  boolean restores(Run run, byte[] state) {
    try {
      run.restore(state);
      return true;
    } catch (StateFormatException e) {
      return false;
    }
  }

  /** Says which law was broken, and needs no word more. */
  private static final class Breach extends AssertionError {
    private static final long serialVersionUID = 1L;

    Breach(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
