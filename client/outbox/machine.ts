/**
 * Where the sending of a page stands.
 *
 * - `idle`: nothing is left to send.
 * - `in line`: other pages of this browser may be sending; this one waits for its turn.
 * - `asking`: before anything goes out it has to be clear that this browser is still signed in as the same person.
 * - `sending`: what is ready goes out.
 * - `put off`: all that is left waits for a later try of its own.
 * - `resting`: nobody answered; after a while it is tried again.
 * - `signed out`: nothing goes out before somebody asks for it again.
 */
export const senderStates = ["idle", "in line", "asking", "sending", "put off", "resting", "signed out"] as const;
export type SenderState = (typeof senderStates)[number];

export const senderEvents = [
  /** Something was laid down on the device. */
  "work",
  /** A person wants it tried again now, here or on another page. */
  "retry",
  /** The person may have changed while nobody looked. */
  "doubt",
  /** No other page of this browser is sending. */
  "turn",
  /** This browser is signed in as the person whose changes these are. */
  "mine",
  /** The server answered what was sent. */
  "answered",
  /** Nobody answered. */
  "unanswered",
  /** Nobody is signed in, or somebody else. */
  "signed out",
  /** Only what was put off is left. */
  "later",
  /** Nothing is left. */
  "drained",
  "rested",
  /** The page closes, or its disk failed. */
  "stopped",
] as const;
export type SenderEvent = (typeof senderEvents)[number];

/** Where each event leads from each state; an event that is not listed leaves the state as it is. */
const transitions: Readonly<Record<SenderState, Partial<Readonly<Record<SenderEvent, SenderState>>>>> = {
  idle: { work: "in line", retry: "in line" },
  "in line": { turn: "asking", stopped: "idle" },
  asking: { mine: "sending", unanswered: "resting", "signed out": "signed out", stopped: "idle" },
  sending: {
    answered: "asking",
    unanswered: "resting",
    "signed out": "signed out",
    later: "put off",
    drained: "idle",
    stopped: "idle",
  },
  "put off": { work: "asking", retry: "asking", rested: "asking", stopped: "idle" },
  resting: { retry: "asking", rested: "asking", stopped: "idle" },
  "signed out": { retry: "in line" },
};

export type Blocked = "offline" | "unavailable" | "signed-out";

export type Sender = {
  is: SenderState;
  /** Whether it is known who is signed in. */
  sure: boolean;
  /** What keeps changes from going out, until the server answers again. */
  blocked: Blocked | undefined;
};

export const idle: Sender = { is: "idle", sure: true, blocked: undefined };

/** What an event makes of it. */
export function step(sender: Sender, event: SenderEvent, isOnline: boolean): Sender {
  return { is: transitions[sender.is][event] ?? sender.is, ...known(sender, event, isOnline) };
}

function known({ sure, blocked }: Sender, event: SenderEvent, isOnline: boolean): Omit<Sender, "is"> {
  switch (event) {
    case "doubt":
      return { sure: false, blocked };
    case "mine":
      return { sure: true, blocked };
    case "signed out":
      return { sure: false, blocked: "signed-out" };
    case "unanswered":
      return { sure, blocked: isOnline ? "unavailable" : "offline" };
    case "answered":
    case "drained":
    case "retry":
      return { sure, blocked: undefined };
    default:
      return { sure, blocked };
  }
}
