/** What one request may hold. */
export interface RequestLimits {
	readonly elements: number;
	/** Of its body in UTF-8. Left out: any size. An element that alone is larger goes alone. */
	readonly bytes?: number;
}

/** Whether another element fits into a request that holds so many already. */
export const hasRoom = (
	{ elements, bytes = Infinity }: RequestLimits,
	held: number,
	bytesWithIt: number,
): boolean => held === 0 || (held < elements && bytesWithIt <= bytes);

/** A request that is being filled, for elements that come one by one and are too many to be held at once. */
export class OpenRequest<E> {
	private elements: E[] = [];
	private bytes: number;
	private readonly limits: RequestLimits;
	private readonly sizeOf: (element: E) => number;
	private readonly envelope: number;

	/**
	 * @param sizeOf what an element adds to the body, in bytes
	 * @param envelope the body without any element, in bytes
	 */
	constructor(limits: RequestLimits, sizeOf: (element: E) => number = () => 0, envelope = 0) {
		this.limits = limits;
		this.sizeOf = sizeOf;
		this.envelope = envelope;
		this.bytes = envelope;
	}

	/** @returns the request that has to go first, because this element no longer fits into it */
	add(element: E): E[] | undefined {
		const size = this.sizeOf(element);
		const full = hasRoom(this.limits, this.elements.length, this.bytes + size)
			? undefined
			: this.take();
		this.elements.push(element);
		this.bytes += size;
		return full;
	}

	/** What it holds; it is empty afterwards. */
	take(): E[] {
		const { elements } = this;
		this.elements = [];
		this.bytes = this.envelope;
		return elements;
	}
}
