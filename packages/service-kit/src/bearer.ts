/** The key of an `Authorization: Bearer KEY` header (RFC 6750), or undefined when there is none. */
export const parseBearer = (header: string | null | undefined): string | undefined => {
  const match = /^bearer +([\w\-.~+/]+=*) *$/i.exec(header ?? '');
  return match?.[1];
};
