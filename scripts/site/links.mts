/** As GitHub makes the address of a heading, so that a link works there and on the site. */
export const slugOf = (heading: string): string =>
	heading
		.trim()
		.toLowerCase()
		.replace(/[^\p{Letter}\p{Mark}\p{Number}\p{Connector_Punctuation} -]/gu, '')
		.replaceAll(' ', '-');
