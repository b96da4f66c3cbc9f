/**
 * A small kit of widgets: a tree that lays itself out, is drawn on a {@link
 * ringmaster.client.widget.Canvas}, and answers keys, pointer and gamepad alike. Runs on the main
 * thread. Knows neither the game nor a graphics library, so a test can ask the tree what a person
 * would see.
 */
@NullMarked
package ringmaster.client.widget;

import org.jspecify.annotations.NullMarked;
