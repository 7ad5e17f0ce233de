import { EXIT } from './exitCodes.mts';

/** What whoever typed the command has to change: said in words, with what to do. */
export class UsageError extends Error {
	override readonly name = 'UsageError';
	readonly hint: string;
	readonly exit: number;

	constructor(message: string, hint: string, exit: number = EXIT.wrongInput) {
		super(message);
		this.hint = hint;
		this.exit = exit;
	}
}

/** Why a file could not be read or written, in words. */
export function fileTrouble(error: unknown): string {
	const { code } = error as NodeJS.ErrnoException;
	switch (code) {
		case 'ENOENT':
			return 'does not exist';
		case 'EACCES':
		case 'EPERM':
			return 'may not be opened by this user';
		case 'EISDIR':
			return 'is a folder';
		default:
			return `cannot be opened (${code ?? 'unknown reason'})`;
	}
}
