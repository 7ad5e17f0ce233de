import type { Logger } from '../ports';

/**
 * What a person should know although it worked: each once, to the log at once and to the record later. It is
 * collected on the way and not returned, since a run that ends in an error has to tell it as well.
 */
export class Warnings {
	private readonly messages = new Set<string>();
	private readonly logger: Logger;

	constructor(logger: Logger) {
		this.logger = logger;
	}

	get all(): readonly string[] {
		return [...this.messages];
	}

	/** Bound, so that it can be handed on. */
	readonly add = (message: string): void => {
		if (this.messages.has(message)) return;
		this.messages.add(message);
		this.logger.warn(message);
	};
}
