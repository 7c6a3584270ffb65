/** A setting of a panel or a field, by its name; undefined where the board leaves it out. */
export const setting = (settings: unknown, name: string): unknown => (typeof settings === 'object' && settings !== null ? Object.entries(settings).find(([key]) => key === name)?.[1] : undefined);

export const textSetting = (settings: unknown, name: string, otherwise: string): string => {
  const value = setting(settings, name);
  return typeof value === 'string' ? value : otherwise;
};

export const numberSetting = (settings: unknown, name: string): number | undefined => {
  const value = setting(settings, name);
  return typeof value === 'number' ? value : undefined;
};
