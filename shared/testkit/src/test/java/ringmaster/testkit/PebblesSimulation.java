package ringmaster.testkit;

import ringmaster.shared.command.Command;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EventList;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.MatchTimer;
import ringmaster.shared.game.Simulation;
import ringmaster.shared.game.TickCommands;
import ringmaster.shared.math.Rng;
import ringmaster.shared.physics.Workers;
import ringmaster.shared.state.StateVisitor;

/** One match of {@link Pebbles}. */
final class PebblesSimulation implements Simulation {
  private static final int POINT_INTERVAL_TICKS = 30;
  private static final float METERS_PER_AXIS = 0.001f;
  private static final int MAX_GENERATION = 255;

  final MatchTimer timer;
  final Rng rng;
  final int[] taken;
  final int[] generation;
  final float[] x;
  final float[] y;
  final int[] score;
  final int[] purse;
  private final float pace;
  private final EventList events;
  private final Flaw flaw;

  PebblesSimulation(MatchSettings settings, Flaw flaw) {
    int seats = settings.maxPlayers();
    this.flaw = flaw;
    flaw.made();
    timer = new MatchTimer(settings);
    rng = new Rng(settings.seed());
    pace = pace(settings);
    taken = new int[seats];
    generation = new int[seats];
    x = new float[seats];
    y = new float[seats];
    score = new int[seats];
    purse = new int[seats];
    events = new EventList(Pebbles.EVENTS);
  }

  static float pace(MatchSettings settings) {
    return settings.get(Pebbles.PACE) * METERS_PER_AXIS;
  }

  @Override
  public void join(int seat) {
    taken[seat] = 1;
    generation[seat] = generation[seat] + 1 & MAX_GENERATION;
    x[seat] = seat;
    y[seat] = 0;
    score[seat] = 0;
    purse[seat] = 0;
  }

  @Override
  public void leave(int seat) {
    taken[seat] = 0;
    flaw.leave(this, seat);
  }

  @Override
  public void tick(TickCommands commands, Workers workers) {
    events.clear();
    for (int seat = 0; seat < taken.length; seat++) {
      x[seat] = moved(x[seat], Command.turn(commands.command(seat)), pace);
      y[seat] = moved(y[seat], Command.thrust(commands.command(seat)), pace);
    }
    if (timer.tick() % POINT_INTERVAL_TICKS == 0) {
      point(rng.nextInt(taken.length));
    }
    flaw.tick(this, workers);
    timer.advance(taken.length, true);
  }

  static float moved(float at, int axis, float pace) {
    return Math.clamp(at + axis * pace, -Pebbles.HALF_METERS, Pebbles.HALF_METERS);
  }

  void point(int seat) {
    score[seat] = Math.min(score[seat] + 1, Pebbles.MAX_SCORE);
    purse[seat] = Math.min(purse[seat] + rng.nextInt(5), Pebbles.MAX_SCORE);
    events.add(Pebbles.POINT);
    events.setQuantized(0, seat);
  }

  @Override
  public Phase phase() {
    return flaw.phase(timer.phase());
  }

  @Override
  public void capture(EntityFrame frame) {
    for (int seat = 0; seat < taken.length; seat++) {
      if (taken[seat] != 0) {
        frame.put(seat, Pebbles.PEBBLE, flaw.generation(generation[seat]));
        if (flaw.ownsPebbles()) {
          frame.own(seat, seat);
        }
        frame.set(seat, Pebbles.X, x[seat]);
        frame.set(seat, Pebbles.Y, y[seat]);
        frame.setQuantized(seat, Pebbles.SCORE, score[seat]);
        frame.setQuantized(seat, Pebbles.PURSE, purse[seat]);
      }
    }
    frame.events().copyFrom(events);
    flaw.capture(this, frame);
  }

  @Override
  public int ownerWords() {
    return PebblesPrediction.WORDS;
  }

  @Override
  public void captureOwner(int seat, int[] words, int offset) {
    if (flaw.writesOwnerWords()) {
      words[offset] = taken[seat];
      words[offset + 1] = Float.floatToRawIntBits(x[seat]);
      words[offset + 2] = Float.floatToRawIntBits(y[seat]);
    }
  }

  @Override
  public boolean ownerForeseen(int seat) {
    return flaw.ownerForeseen();
  }

  @Override
  public void visit(StateVisitor visitor) {
    timer.visit(visitor);
    rng.restore(visitor.int64(rng.state()));
    visitor.ints(taken, taken.length);
    visitor.ints(generation, generation.length);
    visitor.floats(x, x.length);
    visitor.floats(y, y.length);
    visitor.ints(score, score.length);
    visitor.ints(purse, purse.length);
    flaw.visit(this, visitor);
  }
}
