/**
 * Bits and bytes on the wire, bounds-checked. Knows no message; runs on whichever thread encodes or
 * decodes. Readers never throw on hostile input: they go sticky-bad and return zeros.
 */
@NullMarked
package ringmaster.shared.wire;

import org.jspecify.annotations.NullMarked;
