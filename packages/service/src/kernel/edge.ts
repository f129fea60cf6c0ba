// A state machine is a table of edges: from a state, by an event, to a state.
export interface Edge<State, Event> {
  from: State;
  event: Event;
  to: State;
}

/** Where `event` leads from `state`; undefined when it may not happen there. */
export const follow = <State, Event>(
  edges: readonly Edge<State, Event>[],
  state: State,
  event: Event,
): State | undefined => edges.find((edge) => edge.from === state && edge.event === event)?.to;
