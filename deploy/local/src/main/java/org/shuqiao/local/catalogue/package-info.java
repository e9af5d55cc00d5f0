/**
 * Brings a catalogue folder into a running system through its gateway: in comes a folder (JSON Lines or CSV, the BEIR
 * layout, or public notices), out go registered organizations, imported offers and demands, and the short list of one
 * demand as the proof.
 */
@NullMarked
package org.shuqiao.local.catalogue;

import org.jspecify.annotations.NullMarked;
