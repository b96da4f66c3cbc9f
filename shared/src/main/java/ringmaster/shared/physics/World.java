package ringmaster.shared.physics;

import java.util.Arrays;
import ringmaster.shared.state.StateFormatException;
import ringmaster.shared.state.StateHash;
import ringmaster.shared.state.StateVisitor;

/**
 * Rigid bodies in the plane and what moves them.
 *
 * <p>For one thread at a time; a step may be shared with {@link Workers}. What comes out depends on
 * the calls made and on nothing else. Between steps nothing is allocated unless something is
 * created; a step itself allocates only while the number of contacts grows.
 *
 * <p>Of bodies, of shapes and of joints a world holds 1,048,576 each: making one more throws. Of
 * pairs of shapes near each other it holds 4,194,304. Nobody makes those, so it is {@link #step}
 * that throws, half done: 2,900 bodies in one place are enough. Then give the world up, or restore
 * it from what was saved before and take bodies out or let their {@link Filter}s part them;
 * stepping on would only throw again.
 */
public final class World {
  /** Fewer contacts are solved before a helper has woken up. */
  private static final int SHARED_CONTACTS = 512;

  private static final int LAYOUT = 0x504859_01;

  final WorldSettings settings;
  final Bodies bodies;
  private final Shapes shapes;
  final BroadPhase broadPhase;
  final Joints joints;
  final Contacts contacts;
  final Islands islands;
  private final Events events;
  private final ContactReader contactReader;
  private final BoxReader boxReader;
  private final PairFinder pairFinder;
  private final NarrowPhase narrowPhase;
  private final ContactGraph graph;
  private final Solver solver;
  private final Motion motion;
  private final ContinuousStage continuous;
  private final Crew crew = new Crew();
  private final StateHash hash = new StateHash();

  /** Bodies were destroyed or put elsewhere, or joints made: contacts may have become wrong. */
  boolean changed;

  private int[] moving = {};
  private int movingCount;
  private int[] active = {};
  private int activeCount;

  public World(WorldSettings settings) {
    this.settings = settings;
    bodies = new Bodies(this, settings.bodies());
    shapes = bodies.shapes;
    broadPhase = new BroadPhase(bodies);
    joints = new Joints(this);
    contacts = new Contacts(bodies);
    contacts.reserveFor(settings.bodies());
    islands = new Islands(bodies, contacts, joints);
    events = new Events(bodies);
    pairFinder = new PairFinder(this, contacts);
    contactReader = new ContactReader(bodies, contacts);
    boxReader = new BoxReader(bodies);
    narrowPhase = new NarrowPhase(bodies, contacts);
    graph = new ContactGraph(bodies, contacts, joints);
    solver = new Solver(settings, bodies, contacts, joints, graph);
    motion = new Motion(settings, bodies, islands);
    continuous = new ContinuousStage(this, motion);
  }

  public Bodies bodies() {
    return bodies;
  }

  public Joints joints() {
    return joints;
  }

  /** What happened in the last step. */
  public Events events() {
    return events;
  }

  /** What touches, or may soon. */
  public ContactReader contacts() {
    return contactReader;
  }

  /** Where pairs are sought. */
  public BoxReader boxes() {
    return boxReader;
  }

  /** Who would fall asleep with whom; for one thread, while nobody steps. */
  public IslandReader newIslandReader() {
    return new IslandReader(bodies, contacts, joints);
  }

  /**
   * Puts a body where it has been in another world: at a pose with velocities, having touched
   * nothing yet. With {@link #seedContact} for each wall it leans on, and if it is a circle, it
   * goes on exactly as it does there.
   */
  public void restart(
      long body,
      float x,
      float y,
      float cos,
      float sin,
      float velocityX,
      float velocityY,
      float spin) {
    int slot = bodies.slot(body);
    contacts.removeOf(slot);
    bodies.forget(slot);
    bodies.setVelocity(body, velocityX, velocityY, spin);
    bodies.setPose(body, x, y, cos, sin);
  }

  /**
   * Lets two parts touch from now on, with the impulse that their first point held in another
   * world.
   *
   * <p>What there is not, or never collides, is passed over.
   *
   * @param partA index among the parts of A's kind
   * @param normalImpulse newton seconds, 0 or more
   */
  public void seedContact(long bodyA, int partA, long bodyB, int partB, float normalImpulse) {
    Limits.within(normalImpulse, 0, Limits.MAX_PUSH, "impulse");
    int shapeA = shapes.of(bodies.slot(bodyA), partA);
    int shapeB = shapes.of(bodies.slot(bodyB), partB);
    boolean exist = shapeA != Bodies.NO_SLOT && shapeB != Bodies.NO_SLOT;
    if (exist && pairFinder.mayTouch(shapeA, shapeB)) {
      contacts.seed(Math.min(shapeA, shapeB), Math.max(shapeA, shapeB), normalImpulse);
      changed = true;
    }
  }

  /**
   * Takes a body out at once: its slot is free before any step, and nobody is told what touches it
   * no more. For worlds whose bodies are exchanged time and again between two steps, if they are
   * stepped at all; where a game goes on, {@link Bodies#destroy} is meant.
   */
  public void takeOut(long body) {
    int slot = bodies.slot(body);
    for (int contact = 0; contact < contacts.count; contact++) {
      if (contacts.bodyA[contact] == slot || contacts.bodyB[contact] == slot) {
        wake(contacts.bodyA[contact]);
        wake(contacts.bodyB[contact]);
      }
    }
    contacts.removeOf(slot);
    bodies.destroy(body);
    bodies.free(slot);
  }

  /** For one thread; several may ask at once between two steps, each with its own. */
  public Queries newQueries() {
    return new Queries(this);
  }

  /** For one thread, like {@link #newQueries}. */
  public Mover newMover(Shape shape) {
    return new Mover(this, shape);
  }

  void wake(int body) {
    if (!bodies.isStatic(body)) {
      islands.mark(body);
    }
  }

  /** Advances by one step on this thread. */
  public void step() {
    step(Workers.ALONE);
  }

  /**
   * Advances by one step; what comes out does not depend on the workers.
   *
   * @throws IllegalStateException if more pairs of shapes are near each other than a world holds;
   *     the world is then of no use until it is restored
   */
  public void step(Workers workers) {
    narrowPhase.reserveLanes(workers.lanes());
    continuous.reserveLanes(workers.lanes());
    events.clear();
    dropWrongContacts();
    islands.wakeUp();
    crew.begin(workers, contacts.count >= SHARED_CONTACTS);
    try {
      findPairs();
      collide();
      compareTouches();
      graph.build(active, activeCount);
      solver.solve(crew, moving, movingCount);
      reportHits();
      motion.finish(crew, moving, movingCount);
      rebox();
      continuous.stop(crew, moving, movingCount);
    } finally {
      crew.end();
    }
    if (settings.sleep()) {
      islands.sleep(moving, movingCount, active, activeCount);
    }
  }

  /** Ends the contacts of destroyed and joined bodies, and wakes what a moved wall leaves alone. */
  private void dropWrongContacts() {
    if (!changed) {
      return;
    }
    changed = false;
    boolean any = false;
    for (int contact = 0; contact < contacts.count; contact++) {
      if (isWrong(contact)) {
        wake(contacts.bodyA[contact]);
        wake(contacts.bodyB[contact]);
        contacts.flags[contact] &= ~Contacts.POINTS;
        contacts.flags[contact] |= Contacts.GONE;
        events.changed(contacts, contact);
        any = true;
      } else if (wallMoved(contacts.shapeA[contact]) || wallMoved(contacts.shapeB[contact])) {
        wake(contacts.bodyA[contact]);
        wake(contacts.bodyB[contact]);
      }
    }
    if (any) {
      contacts.removeGone();
    }
    bodies.freeDestroyed();
  }

  private boolean wallMoved(int shape) {
    return shapes.moved[shape] && bodies.isStatic(shapes.body[shape]);
  }

  private boolean isWrong(int contact) {
    int a = contacts.bodyA[contact];
    int b = contacts.bodyB[contact];
    return bodies.phase[a] == Bodies.DESTROYED
        || bodies.phase[b] == Bodies.DESTROYED
        || joints.forbids(a, b);
  }

  private void findPairs() {
    pairFinder.find(crew.workers());
    contacts.add(pairFinder.pairs.values, pairFinder.pairs.count);
  }

  /** Updates all contacts that have an awake body; those of islands that wake by it as well. */
  private void collide() {
    listActive();
    narrowPhase.update(crew, active, activeCount);
    while (islands.anyAsleep() && wakeTouched()) {
      listActive();
      narrowPhase.update(crew, active, activeCount);
    }
    listMoving();
    Arrays.fill(shapes.moved, 0, shapes.end, false);
  }

  private void listActive() {
    if (active.length < contacts.count) {
      active = new int[contacts.capacity()];
    }
    activeCount = 0;
    for (int contact = 0; contact < contacts.count; contact++) {
      if ((contacts.flags[contact] & Contacts.ASLEEP) == 0) {
        active[activeCount++] = contact;
      }
    }
  }

  private void listMoving() {
    if (moving.length < bodies.end) {
      moving = new int[bodies.phase.length];
    }
    movingCount = 0;
    for (int body = 0; body < bodies.end; body++) {
      if (bodies.awake[body] && bodies.phase[body] == Bodies.ALIVE) {
        moving[movingCount++] = body;
        bodies.touchesMoving[body] = false;
      }
    }
  }

  /** Wakes the islands of sleeping bodies that something awake touches, or touches no more. */
  private boolean wakeTouched() {
    boolean any = false;
    for (int i = 0; i < activeCount; i++) {
      int contact = active[i];
      boolean touched = (contacts.flags[contact] & Contacts.TOUCHED) != 0;
      boolean touches = contacts.touches(contact);
      if ((touches || touched) && !contacts.sensor(contact)) {
        boolean news = touches != touched;
        any |= wakes(contacts.bodyA[contact], contacts.bodyB[contact], news);
        any |= wakes(contacts.bodyB[contact], contacts.bodyA[contact], news);
      }
    }
    for (int joint = 0; joint < joints.end(); joint++) {
      if (joints.present(joint)) {
        any |= wakes(joints.bodyA(joint), joints.bodyB(joint), false);
        any |= wakes(joints.bodyB(joint), joints.bodyA(joint), false);
      }
    }
    return any && islands.wakeUp();
  }

  /** A wall or a resting mover wakes nobody unless it came or went. */
  private boolean wakes(int mover, int sleeper, boolean news) {
    boolean pushes =
        bodies.awake[mover] && (bodies.inverseMass[mover] != 0 || islands.moves(mover));
    boolean wakes = !bodies.awake[sleeper] && bodies.inverseMass[sleeper] != 0 && (pushes || news);
    if (wakes) {
      wake(sleeper);
    }
    return wakes;
  }

  /** Serial, in order of contacts: what began, what ended, what is gone. */
  private void compareTouches() {
    boolean anyGone = false;
    for (int i = 0; i < activeCount; i++) {
      int contact = active[i];
      int flags = contacts.flags[contact];
      events.changed(contacts, contact);
      anyGone |= (flags & Contacts.GONE) != 0;
      if ((flags & Contacts.POINTS) != 0 && (flags & Contacts.SENSOR) == 0) {
        int a = contacts.bodyA[contact];
        int b = contacts.bodyB[contact];
        boolean both = bodies.inverseMass[a] != 0 && bodies.inverseMass[b] != 0;
        bodies.touchesMoving[a] |= both;
        bodies.touchesMoving[b] |= both;
      }
    }
    if (anyGone) {
      contacts.removeGone();
      listActive();
    }
  }

  private void reportHits() {
    for (int i = 0; i < activeCount; i++) {
      if ((contacts.flags[active[i]] & Contacts.HIT) != 0) {
        solver.contactSolver.reportHit(active[i], events.hits());
        contacts.mark(active[i], Contacts.HIT, false);
      }
    }
  }

  /**
   * Visits all that later steps depend on. Restored into a world of the same settings, whatever it
   * held, every later step is the same bit for bit.
   *
   * <pre>
   * int     LAYOUT: changes with this description
   * floats  gravity x, y, step; byte: whether bodies sleep
   * kinds   number of ints, ints
   * bodies  slots; by slot: generation, flags, kind, island, pose, velocities, rest, tag;
   *         whether forces wait, forces
   * shapes  slots; by slot: body, fat box, moved
   * contacts  count; by contact: shapes, flags, pose of B in A's frame; of those that touch:
   *         features, anchors and impulses
   * joints  as they say
   * </pre>
   *
   * @throws ringmaster.shared.state.StateFormatException if what is restored cannot be a state
   */
  public void visit(StateVisitor visitor) {
    expect(visitor, LAYOUT, "another version of the engine");
    expect(visitor, Float.floatToIntBits(settings.gravityX()), "another gravity");
    expect(visitor, Float.floatToIntBits(settings.gravityY()), "another gravity");
    expect(visitor, Float.floatToIntBits(settings.stepSeconds()), "another step");
    expect(visitor, settings.sleep() ? 1 : 0, "another rule of sleep");
    bodies.kinds.visit(visitor);
    bodies.visit(visitor);
    shapes.visit(visitor);
    contacts.visit(visitor);
    joints.visit(visitor);
    if (visitor.restores()) {
      joints.rebuild();
      events.clear();
      islands.recount();
      changed = true;
    }
  }

  private static void expect(StateVisitor visitor, int value, String other) {
    if (visitor.int32(value) != value) {
      throw new StateFormatException("a world's state of " + other);
    }
  }

  /** A hash of all that {@link #visit} visits. */
  public long hash() {
    visit(hash.reset());
    return hash.value();
  }

  /** Tells the broad phase of new fat boxes; in order of bodies. */
  private void rebox() {
    for (int i = 0; i < movingCount; i++) {
      rebox(moving[i]);
    }
  }

  void rebox(int body) {
    for (int shape = bodies.firstShape[body]; shape != Bodies.NO_SLOT; shape = shapes.next[shape]) {
      if (shapes.moved[shape]) {
        broadPhase.move(shape);
      }
    }
  }
}
