// Sealing: age to one X25519 recipient, armoured.

import { Encrypter, armor } from "age-encryption";
// Not among the library's exports, so it is taken by its path; the version is fixed by the lock file.
import { forceWebCryptoOff } from "../node_modules/age-encryption/dist/x25519.js";

// The library uses `crypto.subtle` for X25519 alone, and fails in the middle where that is missing or knows no X25519 and says so in
// an unforeseen way. Its own JavaScript takes a few milliseconds for one reply, so every browser goes the same, tested way.
forceWebCryptoOff(true);

export const canSeal = (): boolean => typeof crypto === "object" && typeof crypto.getRandomValues === "function";

export async function seal(recipient: string, clear: Uint8Array): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return armor.encode(await encrypter.encrypt(clear));
}

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

export const newToken = (): string => hex(crypto.getRandomValues(new Uint8Array(8)));

/** A file name that tells nothing: neither who, nor when, nor in which order. */
export function newFileName(): string {
  const letters = "23456789abcdefghjkmnpqrstuvwxyz";
  // 248 is the highest multiple of 31 below 256: letters stay equally likely.
  let name = "";
  while (name.length < 8) {
    const [byte] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < 248) name += letters[byte % 31];
  }
  return `evenkeel-${name}.evenkeel-reply`;
}
