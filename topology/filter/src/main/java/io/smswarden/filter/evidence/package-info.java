/**
 * Evidence that can be checked by whoever doubts it: flagged messages in a hash chain per sender,
 * checkpoints that are signed, and contents that can be erased without breaking either.
 *
 * <p>A {@linkplain io.smswarden.filter.evidence.EvidenceRecord record} carries a number, the hash
 * of the record before it, {@linkplain io.smswarden.filter.evidence.Facts facts} and its own hash.
 * Text and recipient stay outside: the facts only hold a {@linkplain
 * io.smswarden.filter.evidence.Content#commitment() commitment} to them, made with a salt that is
 * erased with them. {@linkplain io.smswarden.filter.evidence.Checkpoint Checkpoints} sign the heads
 * of the chains, so that nobody who can write to the store can write a chain anew. What is hashed
 * is said by {@link io.smswarden.filter.evidence.Encoding}.
 */
package io.smswarden.filter.evidence;
