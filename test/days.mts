/** Timers that go on: only what day it is is another. */
const GOING_ON = [
	...(['setTimeout', 'setInterval', 'setImmediate', 'nextTick', 'queueMicrotask'] as const),
	...(['clearTimeout', 'clearInterval', 'clearImmediate', 'performance', 'hrtime'] as const),
];

/** From now on it is that time, here and at a simulator of this process, and stands still. */
export function onDay(time: string): void {
	jest.useFakeTimers({ now: new Date(time).getTime(), doNotFake: [...GOING_ON] });
}

/** For all tests of a file; called before anything of it begins. */
export function useDay(time: string): void {
	beforeAll(() => onDay(time));
	afterAll(() => {
		jest.useRealTimers();
	});
}

/** The objectives that end on 1 February 2027 are what they were. */
export const BEFORE_THE_END_OF_OBJECTIVES = '2026-11-30T12:00:00Z';
