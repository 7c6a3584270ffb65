type Json = Record<string, unknown>;

/** Lays a patch over a value as RFC 7396 says: objects member by member, null takes a member away. */
export const mergePatch = (target: Json, patch: Json): Json => {
  const merged: Json = { ...target };
  for (const [name, value] of Object.entries(patch)) {
    const held = merged[name];
    if (value === null) delete merged[name];
    else if (value !== undefined) merged[name] = isObject(value) ? mergePatch(isObject(held) ? held : {}, value) : value;
  }
  return merged;
};

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
