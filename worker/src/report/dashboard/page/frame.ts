import { html, type Html } from '../../html';
import type { Answered } from '../model/answerWords';
import type { PlatformWords } from '../platformWords';
import { clockOf } from '../times';
import { dashboardStyles } from './styles';

interface Frame {
	readonly account: string;
	readonly now: number;
	/** The address of this page without what a button has put into it. */
	readonly self: string;
	readonly words: PlatformWords;
	readonly answered?: Answered;
	readonly connection: Html;
	readonly sections: readonly Html[];
}

const PLACES = [
	['audiences', 'Audiences'],
	['campaigns', 'Campaigns'],
	['conversions', 'Conversions'],
	['failures', 'Failures'],
	['schedules', 'Schedules'],
] as const;

/** The whole page: it loads nothing and runs nothing. */
export function dashboardFrame({
	account,
	now,
	self,
	words,
	answered,
	connection,
	sections,
}: Frame): string {
	const title = account === '' ? 'Pinterest Ads' : `Pinterest Ads: ${account}`;
	return html`<!doctype html>
		<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width,initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<meta name="referrer" content="no-referrer" />
				<meta name="robots" content="noindex" />
				<title>${title}</title>
				${dashboardStyles()}
			</head>
			<body>
				<header class="top">
					<h1>Pinterest Ads${account === '' ? null : html`: <bdi>${account}</bdi>`}</h1>
					<p class="muted small">
						Made ${clockOf(now)} out of ${words.source}. <a href="${self}">Look again</a>
					</p>
					<nav aria-label="On this page">
						<ul class="plain">
							${PLACES.map(([id, word]) => html`<li><a href="#${id}">${word}</a></li>`)}
						</ul>
					</nav>
				</header>
				<main>${answered === undefined ? null : answer(answered)} ${connection} ${sections}</main>
			</body>
		</html> `.markup;
}

/** Focused, so that whoever cannot see it hears it first. */
const answer = ({ tone, title, text }: Answered): Html =>
	html`<div class="answer ${tone}" role="status" tabindex="-1" autofocus>
		<h2>${title}</h2>
		<p>${text}</p>
	</div>`;
