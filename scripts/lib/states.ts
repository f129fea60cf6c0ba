// Draws the state machines of the services as a document, from the tables that the code runs on.
import { applicationEdges, premiumEdges } from '@gongji/service';
import type { Edge } from '@gongji/service';

function draw(title: string, begins: string[], edges: readonly Edge<string, string>[]): string {
  const ends = [...new Set(edges.map(({ to }) => to))].filter((state) =>
    edges.every(({ from }) => from !== state),
  );
  const lines = [
    ...begins.map((state) => `  [*] --> ${state}`),
    ...edges.map(({ from, event, to }) => `  ${from} --> ${to}: ${event}`),
    ...ends.map((state) => `  ${state} --> [*]`),
  ];
  return `## ${title}\n\n\`\`\`mermaid\nstateDiagram-v2\n${lines.join('\n')}\n\`\`\`\n`;
}

/** The whole of docs/states.md. */
export const drawStates = (): string =>
  [
    '# States\n\nDrawn by `npm run docs:states` from the tables in `packages/service`; a test keeps it current.\n',
    draw('Application to bind a member', ['submitted'], applicationEdges),
    draw('Premium payment', ['awaiting-cash', 'sending'], premiumEdges),
  ].join('\n');
