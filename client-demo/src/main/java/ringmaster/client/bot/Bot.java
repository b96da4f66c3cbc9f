package ringmaster.client.bot;

import java.util.function.Predicate;
import ringmaster.client.connection.AimedView;
import ringmaster.client.connection.ClientOptions;
import ringmaster.client.connection.DatagramHub;
import ringmaster.client.connection.GameCatalog;
import ringmaster.client.connection.GameClient;
import ringmaster.client.connection.MatchPlay;
import ringmaster.client.connection.PlayObserver;
import ringmaster.client.connection.PlayableMatch;
import ringmaster.client.connection.ServerEndpoint;
import ringmaster.shared.math.Rng;
import ringmaster.shared.netsim.NetworkProfile;

/** A client that a brain plays, over the same protocol as a person's. */
public final class Bot {
  /**
   * How a bot plays.
   *
   * @param number tells bots apart: their names, seeds and simulated networks
   * @param mode the wanted mode, or empty for any
   * @param matchId the wanted match, or 0 for any
   * @param brain name of a brain of the game; where it has none of that name, its default plays
   * @param view what the brain is shown, and the server told that it aims in
   * @param network simulated on its datagrams
   * @param decodes whether it decodes snapshots; a brain that gets none sees an empty world
   */
  public record Role(
      int number,
      String mode,
      int matchId,
      String brain,
      AimedView view,
      NetworkProfile network,
      Predicate<PlayableMatch> decodes) {}

  private final GameClient client;
  private final BrainPilot pilot;
  private final AimedView view;
  private int shownTick;

  /**
   * @param startNanos when to connect
   */
  public Bot(
      Role role,
      ServerEndpoint server,
      DatagramHub hub,
      GameCatalog catalog,
      PlayObserver observer,
      long startNanos) {
    ClientOptions options =
        new ClientOptions(
            "bot-" + role.number(),
            role.mode(),
            role.matchId(),
            true,
            false,
            role.view(),
            role.network(),
            role.decodes(),
            role.number());
    view = role.view();
    pilot = new BrainPilot(role.brain(), Rng.mix(role.number()));
    client = new GameClient(options, server, hub, catalog, pilot, observer, startNanos);
  }

  /** Whether a brain of that name looks at what it is shown. */
  public static boolean observes(PlayableMatch match, String brain) {
    return BrainPilot.newBrain(match, brain, 0).observes();
  }

  public GameClient client() {
    return client;
  }

  /** One turn of duty. Returns how much was done. */
  public int doWork(long nowNanos) {
    MatchPlay play = client.play();
    boolean looks = view == AimedView.INTERPOLATED;
    if (looks && play != null) {
      pilot.look(play.viewAt(nowNanos));
    }
    int work = client.doWork(nowNanos);
    if (!looks && play != null && play.commandTick() != shownTick) {
      shownTick = play.commandTick();
      play.viewAt(nowNanos); // a frame a tick, as a person would be shown, for the figures
    }
    return work;
  }
}
