package ringmaster.client.scene;

import java.util.Locale;

/** Kinds of events that the demo client shows; a game's event type of that name, in lower case. */
public enum Happening {
  /** A beam: {@code seat}, from ({@code fromX}, {@code fromY}) to ({@code toX}, {@code toY}). */
  RAIL,
  /** A launch: {@code seat} at ({@code x}, {@code y}). */
  ROCKET,
  /** A blast at ({@code x}, {@code y}). */
  EXPLOSION,
  /** {@code attacker} took health from {@code victim}, at ({@code x}, {@code y}). */
  HIT,
  /** {@code killer} ended {@code victim}. */
  DEATH,
  /** {@code seat} begins at ({@code x}, {@code y}). */
  SPAWN,
  /** {@code seat} took something of a {@code kind}, at ({@code x}, {@code y}). */
  PICKUP,
  /** {@code seat} ended at ({@code x}, {@code y}). */
  WRECK,
  /** A point for {@code team} by {@code seat}, if anybody's, at ({@code x}, {@code y}). */
  GOAL,
  /** Play begins anew from ({@code x}, {@code y}). */
  KICKOFF,
  /** {@code seat} pushes what is near ({@code x}, {@code y}). */
  SHOVE;

  private final String eventName = name().toLowerCase(Locale.ROOT);

  /** What a game calls such an event. */
  String eventName() {
    return eventName;
  }
}
