/**
 * What is written and drawn flat over the arena, and the screens around the game: a tree of widgets
 * that tests can ask, drawn by NanoVG. Runs on the main thread.
 */
@NullMarked
package ringmaster.client.hud;

import org.jspecify.annotations.NullMarked;
