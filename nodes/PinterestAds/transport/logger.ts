import type { Logger as N8nLogger } from 'n8n-workflow';
import type { Logger } from '../../../worker/src/port';

export function createLogger(logger: N8nLogger): Logger {
	return {
		debug: (message, meta) => logger.debug(message, meta),
		info: (message, meta) => logger.info(message, meta),
		warn: (message, meta) => logger.warn(message, meta),
	};
}
