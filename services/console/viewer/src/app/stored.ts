/** What this browser remembers. A browser that stores nothing (private window, policy) works all the same, until it is closed. */
export type Stored = { readonly read: () => string | undefined; readonly write: (value: string | undefined) => void };

const places = (): readonly Storage[] => {
  try {
    return [sessionStorage, localStorage];
  } catch {
    return [];
  }
};

export const stored = (name: string): Stored => ({
  read: () => places().map((place) => place.getItem(name)).find((value) => value !== null) ?? undefined,
  write: (value) => write(places().at(-1), name, value),
});

/** A key is forgotten with the window unless this device shall remember it. */
export const storedKey = (name: string) => ({
  ...stored(name),
  keep: (key: string, onDevice: boolean): void => {
    const [session, device] = places();
    write(session, name, onDevice ? undefined : key);
    write(device, name, onDevice ? key : undefined);
  },
  forget: (): void => places().forEach((place) => write(place, name, undefined)),
});

const write = (place: Storage | undefined, name: string, value: string | undefined): void => {
  if (value === undefined) place?.removeItem(name);
  else place?.setItem(name, value);
};
