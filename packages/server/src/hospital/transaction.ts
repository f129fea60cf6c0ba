// One transaction of the institutions' interface: its fields, and what is done with a message of it.
import { errorTexts } from '@gongji/contract';
import type { InstitutionMark } from '@gongji/contract';
import type {
  Answered,
  BodyOf,
  Context,
  HospitalWorks,
  Message,
  OnceMessage,
  Refusal,
  Result,
  Services,
  ValueOf,
} from '@gongji/service';
import type { Envelope } from './envelope.ts';
import type { Nodes, ReadNodes, WrittenNodes } from './field.ts';
import { maskedJson, maskedText } from './mask.ts';
import { readInput } from './read-input.ts';
import type { Reading } from './read-input.ts';
import { writeOutput } from './write-output.ts';

/** One message that is to be answered. */
export interface Call<Input extends Nodes = Nodes> {
  input: ReadNodes<Input>;
  envelope: Envelope;
  context: Context;
  institution: InstitutionMark;
  services: Services;
}
type Incoming = Omit<Call, 'input'> & { message: Message };

export interface Transaction {
  infno: string;
  label: string;
  /** What it reads and writes, node by node. */
  input: Nodes;
  output: Nodes;
  /** Answers and keeps one message; rejects with a fault. */
  answer(incoming: Incoming): Promise<Answered>;
}

/** Most characters that are kept of an input or output. */
const mostKept = 60_000;

/** An output as it is sent and kept. */
const sent = (output: Record<string, unknown>): Answered => ({
  ok: true,
  output: JSON.stringify(output),
  masked: maskedJson(output, mostKept),
});

/** The sentence that the cashier reads. */
export const unsent = (message: string): Answered => ({
  ok: false,
  message,
  masked: maskedText(message, mostKept),
});

function sentenceOf({ code, details, field }: Refusal): string {
  const { message, remedy } = errorTexts(code, details);
  return `${field === undefined ? '' : `${field}：`}${message}${remedy}`;
}

interface Definition<Input extends Nodes, Output extends Nodes> {
  infno: string;
  label: string;
  input: Input;
  output: Output;
}
type Answering<Input extends Nodes, Output extends Nodes> = (
  call: Call<Input>,
) => Promise<Result<WrittenNodes<Output>> | Reading<WrittenNodes<Output>>>;

/** A transaction that changes nothing, or that is once-only by itself. */
export function transaction<Input extends Nodes, Output extends Nodes>(
  definition: Definition<Input, Output> & { handle: Answering<Input, Output> },
): Transaction {
  const { infno, label, input, output, handle } = definition;
  const answerOf = async (incoming: Incoming): Promise<Answered> => {
    const read = readInput(input, incoming.envelope.input);
    if (!read.ok) return unsent(read.message);
    const result = await handle({ ...incoming, input: read.value });
    if (result.ok) return sent(writeOutput(output, result.value));
    return unsent('code' in result ? sentenceOf(result) : result.message);
  };
  return {
    ...{ infno, label, input, output },
    answer: async (incoming) => incoming.services.hospital.keep(incoming.message, await answerOf(incoming)),
  };
}

/** A transaction that the desk does, once, together with what else came at the same moment. */
export function deskTransaction<
  Input extends Nodes,
  Output extends Nodes,
  Name extends Extract<keyof HospitalWorks, string>,
>(
  definition: Definition<Input, Output> & {
    work: Name;
    body: (call: Call<Input>) => Reading<BodyOf<HospitalWorks[Name]>>;
    write: (value: ValueOf<HospitalWorks[Name]>, call: Call<Input>) => WrittenNodes<Output>;
  },
): Transaction {
  const { infno, label, input, output, work, body, write } = definition;
  return {
    ...{ infno, label, input, output },
    answer({ message, ...incoming }) {
      const { hospital } = incoming.services;
      const read = readInput(input, incoming.envelope.input);
      if (!read.ok) return hospital.keep(message, unsent(read.message));
      const call = { ...incoming, input: read.value };
      const asked = body(call);
      if (!asked.ok) return hospital.keep(message, unsent(asked.message));
      return hospital.run(work, { ...message, content: JSON.stringify(read.value) }, asked.value, {
        done: (value) => sent(writeOutput(output, write(value, call))),
        refused: (refusal) => unsent(sentenceOf(refusal)),
        stored: (text) => sent(JSON.parse(text) as Record<string, unknown>),
      });
    },
  };
}

/** A call that may happen once. */
export interface OnceCall<Input extends Nodes = Nodes> extends Call<Input> {
  message: OnceMessage;
}

/** A transaction that changes something outside the desk: the same message again is answered from what was stored. */
export function onceTransaction<Input extends Nodes, Output extends Nodes>(
  definition: Definition<Input, Output> & {
    /** Safe to run again for the same message, as after a crash before its answer was stored. */
    handle: (call: OnceCall<Input>) => Promise<Result<WrittenNodes<Output>> | Reading<WrittenNodes<Output>>>;
  },
): Transaction {
  const { infno, label, input, output, handle } = definition;
  return {
    ...{ infno, label, input, output },
    async answer(incoming) {
      const { hospital } = incoming.services;
      const read = readInput(input, incoming.envelope.input);
      if (!read.ok) return hospital.keep(incoming.message, unsent(read.message));
      const message = { ...incoming.message, content: JSON.stringify(read.value) };
      const stored = await hospital.stored(message);
      if (stored?.ok)
        return hospital.keep(message, sent(JSON.parse(stored.output) as Record<string, unknown>));
      if (stored) return hospital.keep(message, unsent(sentenceOf(stored)));
      const result = await handle({ ...incoming, message, input: read.value });
      if (result.ok) return hospital.keep(message, sent(writeOutput(output, result.value)), message);
      return hospital.keep(message, unsent('code' in result ? sentenceOf(result) : result.message));
    },
  };
}

/** A transaction that answers with a file instead of an envelope. */
export function fileTransaction<Input extends Nodes>(
  definition: Omit<Definition<Input, Nodes>, 'output'> & {
    handle: (call: Call<Input>) => Promise<Result<Uint8Array> | Reading<Uint8Array>>;
  },
): Transaction {
  const { infno, label, input, handle } = definition;
  return {
    ...{ infno, label, input, output: {} },
    async answer(incoming) {
      const { hospital } = incoming.services;
      const read = readInput(input, incoming.envelope.input);
      if (!read.ok) return hospital.keep(incoming.message, unsent(read.message));
      const result = await handle({ ...incoming, input: read.value });
      if (!result.ok) {
        return hospital.keep(
          incoming.message,
          unsent('code' in result ? sentenceOf(result) : result.message),
        );
      }
      const file = result.value;
      return hospital.keep(incoming.message, {
        ok: true,
        output: '{}',
        masked: `(${file.length} bytes)`,
        file,
      });
    },
  };
}
