import { breach } from './refusal.mts';

/** Names are required where an entity has one, and at most 255 characters long. */
export function requireName(name: unknown): void {
	if (typeof name !== 'string' || name.trim() === '') throw breach('The name is empty.');
	if (name.length > 255) throw breach('The name is longer than 255 characters.');
}
