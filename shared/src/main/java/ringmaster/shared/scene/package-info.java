/**
 * Scenes of rigid bodies that tests, benches and the viewer share, so that what is measured is what
 * was tested and can be looked at. A {@code Scene} fills a {@code Stage} and pushes what stands on
 * it; it does not know whose physics moves them. Runs on whichever thread steps the stage; the same
 * scene does the same on every machine.
 */
@NullMarked
package ringmaster.shared.scene;

import org.jspecify.annotations.NullMarked;
