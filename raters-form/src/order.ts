// The order of asking: facets take turns, one of management and one of leadership. Replies keep the structure's order.

/** The facets in the order in which they take turns, counted from 0. */
const TURNS = [0, 4, 1, 5, 2, 6, 3, 7];

/** For each place on the way, the item's number in the structure. */
export function orderOfAsking(facets: string[]): number[] {
  const groups = new Map<string, number[]>();
  facets.forEach((facet, item) => groups.set(facet, [...(groups.get(facet) ?? []), item]));
  const lists = [...groups.values()];
  const turns = lists.length === TURNS.length ? TURNS : lists.map((_, facet) => facet);
  const rounds = Math.max(...lists.map((list) => list.length));
  const order: number[] = [];
  for (let nth = 0; nth < rounds; nth++) {
    for (const facet of turns) if (nth < lists[facet].length) order.push(lists[facet][nth]);
  }
  return order;
}
