/**
 * Sockets: the control channel over Kryonet, datagrams over our own channels, and loopback twins of
 * both. Runs on network threads; knows bytes and messages, not players.
 */
@NullMarked
package ringmaster.server.transport;

import org.jspecify.annotations.NullMarked;
