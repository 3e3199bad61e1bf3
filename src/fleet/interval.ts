/** A share of a group: how many of how many. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

/** Between which values something lies, with 95 % confidence. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

const z = 1.959963984540054;

/** Wilson's score interval of a share, which stays between 0 and 1 and holds for small groups. Nobody asked: anything. */
export function wilson({ count, of }: Share): Interval {
  if (of === 0) return { low: 0, high: 1 };
  const share = count / of;
  const middle = share + (z * z) / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  return {
    low: count === 0 ? 0 : Math.max(0, (middle - half) / scale),
    high: count === of ? 1 : Math.min(1, (middle + half) / scale),
  };
}

/** Newcombe's interval of the difference of two shares (his method 10): the first less the second. */
export function newcombe(first: Share, second: Share): Interval & { readonly difference: number } {
  const shareOf = ({ count, of }: Share): number => (of === 0 ? 0 : count / of);
  const [p, q] = [shareOf(first), shareOf(second)];
  const [a, b] = [wilson(first), wilson(second)];
  return {
    difference: p - q,
    low: p - q - Math.hypot(p - a.low, b.high - q),
    high: p - q + Math.hypot(a.high - p, q - b.low),
  };
}
