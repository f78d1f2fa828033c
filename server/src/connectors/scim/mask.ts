/** Keeps texts free of secrets. */
export interface Mask {
  /** The text with every form of every hidden secret in it replaced. */
  readonly mask: (text: string) => string;
  /** Hides one more secret from now on. */
  readonly hide: (secret: string) => void;
}

/** A mask that hides these secrets as they are, inside JSON, and inside an address, as an endpoint may echo them. */
export function maskOf(...secrets: readonly string[]): Mask {
  let forms: readonly string[] = [];
  const hide = (secret: string) => {
    const added = [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)];
    forms = [...new Set([...forms, ...added])].toSorted((left, right) => right.length - left.length);
  };
  for (const secret of secrets) hide(secret);
  return { mask: text => forms.reduce((masked, form) => masked.replaceAll(form, "[secret]"), text), hide };
}
