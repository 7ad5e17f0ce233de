import type { z } from 'zod';
import type { Optional, Options } from './kind';
import { anyText, link as linkReader, url as urlReader } from './textReaders';

/** A text, by a reader of its own where it is more than any text. */
export const text = <const SentAs extends string = never, Cleared = undefined, Read = string>(
	options: Options<SentAs, Cleared>,
	schema: z.ZodType<Read, z.ZodTypeDef, unknown> = anyText as unknown as z.ZodType<
		Read,
		z.ZodTypeDef,
		unknown
	>,
): Optional<string, Read, SentAs, Cleared> => ({
	...options,
	kind: 'text',
	need: 'optional',
	schema,
});

/** An address of the web. */
export const url = <const SentAs extends string = never, Cleared = undefined>(
	options: Options<SentAs, Cleared>,
) => text<SentAs, Cleared, string>(options, urlReader);

/** An address of any kind, such as one that opens an app. */
export const link = <const SentAs extends string = never, Cleared = undefined>(
	options: Options<SentAs, Cleared>,
) => text<SentAs, Cleared, string>(options, linkReader);
