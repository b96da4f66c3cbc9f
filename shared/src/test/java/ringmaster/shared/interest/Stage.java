package ringmaster.shared.interest;

import java.util.function.IntPredicate;
import ringmaster.shared.arena.Skirmish;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EventList;
import ringmaster.shared.game.EventType;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.snapshot.FrameRing;
import ringmaster.shared.snapshot.InterestSet;
import ringmaster.shared.snapshot.SnapshotCodec;
import ringmaster.shared.snapshot.SnapshotEncoder;
import ringmaster.shared.snapshot.SnapshotHeader;
import ringmaster.shared.time.TickRate;

/** Skirmish on its largest map as a test sets it up: nothing moves by itself. */
final class Stage {
  private static final int ROCKETS_PER_TANK = 4;

  final MatchSettings settings;
  private final Game game = new Skirmish();
  private final GameMap map;
  private final EntitySchema schema;
  private final InterestGrid grid;
  private final FrameRing frames;
  private final EntityFrame now;
  private int tick;

  Stage(int seats) {
    settings = new MatchSettings("skirmish", "citadel", seats, new TickRate(60), 600, 1);
    map = new GameMaps().load(game, "citadel");
    schema = game.schema(settings, map);
    grid = new InterestGrid(InterestRules.of(game, settings, map));
    frames = new FrameRing(schema);
    now = new EntityFrame(schema);
  }

  private int type(String name) {
    for (int type = 0; type < schema.types().size(); type++) {
      if (schema.types().get(type).name().equals(name)) {
        return type;
      }
    }
    throw new IllegalArgumentException(name);
  }

  int tankSlot(int seat) {
    return game.bodySlot(settings, seat);
  }

  int rowSlot(int seat) {
    return game.playerSlot(seat);
  }

  /** Rockets have the last slots. */
  int rocketSlot(int seat, int rocket) {
    int ofLaterSeats = (settings.maxPlayers() - seat) * ROCKETS_PER_TANK;
    return schema.capacity() - ofLaterSeats + rocket;
  }

  void tank(int seat, float x, float y) {
    put(tankSlot(seat), "tank", seat, x, y);
  }

  void rocket(int seat, int rocket, float x, float y) {
    put(rocketSlot(seat, rocket), "rocket", seat, x, y);
  }

  private void put(int slot, String type, int seat, float x, float y) {
    now.put(slot, type(type), 0);
    now.own(slot, seat);
    now.set(slot, 0, x);
    now.set(slot, 1, y);
  }

  /** The last slot before all rockets is a pad's. */
  int padSlot() {
    return rocketSlot(0, 0) - 1;
  }

  void pad(float x, float y) {
    put(padSlot(), "pickup", EntityFrame.NOBODY, x, y);
  }

  void row(int seat) {
    now.put(rowSlot(seat), type("player"), 0);
    now.own(rowSlot(seat), seat);
  }

  void remove(int slot) {
    now.remove(slot);
  }

  float x(int seat) {
    return now.get(tankSlot(seat), 0);
  }

  float y(int seat) {
    return now.get(tankSlot(seat), 1);
  }

  void step() {
    tick++;
  }

  private EventList event(String name) {
    EventList list = new EventList(schema.events());
    for (int type = 0; type < schema.events().size(); type++) {
      if (schema.events().get(type).name().equals(name)) {
        list.add(type);
        return list;
      }
    }
    throw new IllegalArgumentException(name);
  }

  EventList beam(int seat, float fromX, float fromY, float toX, float toY) {
    EventList list = event("rail");
    float[] values = {seat, fromX, fromY, toX, toY};
    for (int field = 0; field < values.length; field++) {
      list.set(field, values[field]);
    }
    return list;
  }

  EventList death(int killer, int victim) {
    EventList list = event("death");
    list.set(0, killer);
    list.set(1, victim);
    return list;
  }

  Eyes eyes(int seat) {
    return new Eyes(seat);
  }

  /** One viewer. */
  final class Eyes {
    final InterestSet interest = new InterestSet();
    private final ViewerInterest viewer;
    private final SnapshotEncoder encoder;
    private final byte[] bytes = new byte[60_000];

    Eyes(int seat) {
      viewer = new ViewerInterest(grid, settings, seat);
      encoder = new SnapshotEncoder(SnapshotCodec.of(game, settings, map), seat);
    }

    void look() {
      EntityFrame frame = frames.begin(tick);
      frame.copyFrom(now);
      frame.stamp(tick);
      frames.commit(tick);
      grid.rebuild(frame);
      viewer.fill(encoder, interest);
    }

    void lookAndSend() {
      look();
      send(slot -> true);
    }

    /** A snapshot of some of what it saw last; it arrives. */
    void send(IntPredicate some) {
      InterestSet sent = new InterestSet();
      for (int i = 0; i < interest.count(); i++) {
        if (some.test(interest.slot(i))) {
          sent.add(interest.slot(i), InterestSet.MUST);
        }
      }
      encoder.encode(frames, new SnapshotHeader(), sent, bytes, 0, bytes.length);
    }

    /** A snapshot of what it saw last, as far as it fits; it arrives. */
    void sendWithin(int roomBytes) {
      encoder.encode(frames, new SnapshotHeader(), interest, bytes, 0, roomBytes);
      encoder.acknowledge(tick);
    }

    boolean has(int slot) {
      return encoder.sentTick(slot) >= 0;
    }

    void sendOnly(int slot) {
      look();
      send(other -> other == slot);
    }

    boolean sees(int slot) {
      return index(slot) >= 0;
    }

    int priority(int slot) {
      return interest.priority(index(slot));
    }

    private int index(int slot) {
      for (int i = 0; i < interest.count(); i++) {
        if (interest.slot(i) == slot) {
          return i;
        }
      }
      return -1;
    }

    boolean isTold(EventList events) {
      return viewer.concerns(events, 0);
    }

    /** An event whose other columns are of nobody that a test looks at. */
    boolean isTold(String name, String seatField, int seat, float x, float y) {
      EventList list = event(name);
      EventType type = schema.events().get(list.type(0));
      for (int field : type.seatFields()) {
        list.set(field, settings.maxPlayers() - 1);
      }
      list.set(type.field(seatField), seat);
      list.set(type.field("x"), x);
      list.set(type.field("y"), y);
      return isTold(list);
    }
  }
}
