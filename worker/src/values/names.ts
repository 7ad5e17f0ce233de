/**
 * A name in the one form in which it is sent: é is one character, however it was typed (Unicode NFC),
 * and nothing blank is around it.
 */
export const nameAsSent = (name: string): string => name.normalize('NFC').trim();

/** Whether two names are the same to a person who reads them: blanks of every kind and number are alike. */
export const sameName = (one: unknown, other: unknown): boolean =>
	typeof one === 'string' && typeof other === 'string' && compared(one) === compared(other);

/** What {@link sameName} compares, for looking a name up. */
export const compared = (name: string): string => nameAsSent(name.replace(/\s+/g, ' '));
