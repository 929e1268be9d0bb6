/** A small box for strings that outlives the page, where the browser allows it. */
export interface Keep {
  read(key: string): string | null;
  /** `null` removes. */
  write(key: string, text: string | null): void;
}

const memory = new Map<string, string>();

/** In-app browsers forbid or wipe localStorage: then the box lasts as long as the page. */
export function browserKeep(): Keep {
  return {
    read(key) {
      try {
        return localStorage.getItem(key) ?? memory.get(key) ?? null;
      } catch {
        return memory.get(key) ?? null;
      }
    },
    write(key, text) {
      if (text === null) memory.delete(key);
      else memory.set(key, text);
      try {
        if (text === null) localStorage.removeItem(key);
        else localStorage.setItem(key, text);
      } catch {
        // Memory has it.
      }
    },
  };
}

/** Where the signed device token is kept for browsers that lose cookies. */
export const DEVICE_KEY = 'mitwerk.device';
