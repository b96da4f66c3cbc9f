package ringmaster.shared.body;

import java.util.Arrays;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.MatchTimer;
import ringmaster.shared.game.Simulation;
import ringmaster.shared.game.TickCommands;
import ringmaster.shared.physics.Workers;
import ringmaster.shared.physics.World;
import ringmaster.shared.state.StateVisitor;

/**
 * A match of a {@link BodyGame}. A game adds its rules: what happens when players come and go, and
 * after each step of the world. What it keeps from tick to tick it names in {@link #visitRules}.
 */
public abstract class BodyMatch implements Simulation {
  private final BodyGame game;
  private final MatchSettings settings;
  private final GameMap map;
  private final MatchTimer timer;
  private final World world;
  private final PlayerBodies players;
  private final int[] score;

  protected BodyMatch(BodyGame game, MatchSettings settings, GameMap map) {
    this.game = game;
    this.settings = settings;
    this.map = map;
    timer = new MatchTimer(settings);
    world = MapWorld.of(map, settings.rate(), settings.maxPlayers());
    players = new PlayerBodies(world, game.kind(), settings.maxPlayers(), this::slotOf);
    score = new int[settings.maxPlayers()];
  }

  /** Only players' bodies are shown; a game may have others in its world, with tags of its own. */
  private int slotOf(long body) {
    int seat = world.bodies().tag(body);
    boolean isPlayer = seat >= 0 && seat < players.seats() && players.body(seat) == body;
    return isPlayer ? game.bodySlot(settings, seat) : BodySlots.NONE;
  }

  /** A player has a body from now on. */
  protected void joined(int seat) {}

  /** A player has gone, and so has the body. */
  protected void left(int seat) {}

  /** The rules: what comes of a step of the world. */
  protected abstract void afterStep();

  /** Which of the game's looks a living player's body has now. */
  protected int look(int seat) {
    return 0;
  }

  /** Visits all that the rules remember from tick to tick. */
  protected abstract void visitRules(StateVisitor visitor);

  /** The players' bodies; only who has one plays. */
  protected final PlayerBodies players() {
    return players;
  }

  protected final World world() {
    return world;
  }

  protected final int hz() {
    return settings.rate().hz();
  }

  /** Number of the tick under way. */
  protected final int tick() {
    return timer.tick();
  }

  /** Gives points, or takes them; outside play nothing counts. */
  protected final void score(int seat, int points) {
    if (timer.playing()) {
      score[seat] = Math.clamp(score[seat] + points, -BodyGame.MAX_SCORE, BodyGame.MAX_SCORE);
    }
  }

  @Override
  public final void join(int seat) {
    GameMap.Spawn spawn = map.spawns().get(seat);
    float cos = (float) StrictMath.cos(spawn.angle());
    float sin = (float) StrictMath.sin(spawn.angle());
    players.spawn(seat, spawn.x(), spawn.y(), cos, sin);
    score[seat] = 0;
    joined(seat);
  }

  @Override
  public final void leave(int seat) {
    players.remove(seat);
    left(seat);
  }

  @Override
  public final void tick(TickCommands commands, Workers workers) {
    int alive = 0;
    for (int seat = 0; seat < players.seats(); seat++) {
      if (players.alive(seat)) {
        alive++;
        game.drive(world.bodies(), players.body(seat), commands.command(seat));
      }
    }
    world.step(workers);
    players.afterStep();
    afterStep();
    timer.advance(alive, true);
  }

  @Override
  public final Phase phase() {
    return timer.phase();
  }

  @Override
  public final void capture(EntityFrame frame) {
    frame.put(BodyGame.MATCH_SLOT, BodyGame.MATCH_TYPE, 0);
    timer.capture(frame, BodyGame.MATCH_SLOT);
    for (int seat = 0; seat < players.seats(); seat++) {
      if (players.alive(seat)) {
        capture(frame, seat);
      }
    }
  }

  private void capture(EntityFrame frame, int seat) {
    frame.put(game.playerSlot(seat), BodyGame.PLAYER_TYPE, players.life(seat));
    frame.set(game.playerSlot(seat), 0, score[seat]);
    int slot = game.bodySlot(settings, seat);
    frame.put(slot, BodyGame.FIRST_LOOK_TYPE + look(seat), players.life(seat));
    frame.own(slot, seat);
    BodyFields.capture(frame, slot, world.bodies(), players.body(seat));
  }

  @Override
  public final int ownerWords() {
    return BodyGame.OWNER_WORDS;
  }

  @Override
  public final void captureOwner(int seat, int[] words, int offset) {
    Arrays.fill(words, offset, offset + BodyGame.OWNER_WORDS, 0);
    if (players.write(seat, words, offset)) {
      players.writeTouched(seat, words, offset + BodyWords.COUNT);
    }
  }

  @Override
  public final boolean ownerForeseen(int seat) {
    return players.foreseen(seat);
  }

  @Override
  public final void visit(StateVisitor visitor) {
    timer.visit(visitor);
    world.visit(visitor);
    players.visit(visitor);
    visitor.ints(score, score.length);
    visitRules(visitor);
  }
}
