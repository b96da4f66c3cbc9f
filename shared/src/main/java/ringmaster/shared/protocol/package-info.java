/**
 * What client and server say to each other: control messages, datagram layouts, limits, reasons.
 * Pure codecs; runs on network threads of both sides.
 */
@NullMarked
package ringmaster.shared.protocol;

import org.jspecify.annotations.NullMarked;
