/** What `/embed.js` of a portal adds to a page. Messages and events hold nothing personal. */
export {};

export type Way = "all" | "representatives" | "session-key" | "issue" | "selftest";

export interface MountOptions {
  /** One way, or several (an array, or separated by spaces); all when left out. */
  way?: Way | Way[] | string;
  /** Language of the pages, such as `de`; that of the visitor's browser when left out. */
  lang?: string;
  /** `auto`, the default, follows the visitor's system. */
  theme?: "auto" | "light" | "dark";
  /** `#rrggbb`, at least 4.5:1 on a light page; otherwise the portal keeps its own. */
  accent?: string;
  /** Name of the frame for screen readers; the title of the portal's page when left out. */
  title?: string;
  /** What is known of the customer, under the appliance's names; session keys are not taken. */
  prefill?: Record<string, string>;
  /** Another portal than the one that the script came from. */
  portal?: string;
}

export interface Availability {
  /** Whether help can be had now. */
  open: boolean;
  /** How many representatives are there; absent where nobody can tell. */
  representatives?: number;
  people?: { id: number; name: string }[];
  issues?: { id: number; title: string; somebodyThere?: boolean }[];
}

/** What each event carries. On the host page they are named `portalproxy:ready` and so on, and bubble from the frame. */
export interface PortalEvents {
  /** A page stands in the frame; again after every step of the customer. */
  ready: { page: number; title: string };
  height: { height: number };
  availability: { open: boolean; representatives?: number };
  /** A form came back; the names of its wrong fields. */
  invalid: { fields: string[] };
  /** A form was right, and the start page stands in the frame. */
  submitted: { way: string };
  /** The first bytes of the client were sent. */
  started: Record<string, never>;
  /** The last byte was handed over; nobody can tell whether the file was opened. */
  finished: Record<string, never>;
  failed: { reason: "refused" | "unavailable" | "brokenOff" | "error" };
}

/** What the frame posts, for pages that listen without `embed.js`. */
export type PortalMessage = { [E in keyof PortalEvents]: { portalProxy: E } & PortalEvents[E] }[keyof PortalEvents] | { portalProxy: "scroll" };

declare global {
  const PortalProxy: {
    /** Puts a frame into an element (or its selector); an `<iframe>` is taken as it is. Returns the frame; take it out to be rid of it. */
    mount(place: Element | string, options?: MountOptions): HTMLIFrameElement;
    /** Who is there; rejects when the portal can't be asked. */
    availability(portal?: string): Promise<Availability>;
  };

  interface Window {
    PortalProxy?: typeof PortalProxy;
  }

  interface GlobalEventHandlersEventMap {
    "portalproxy:ready": CustomEvent<PortalEvents["ready"]>;
    "portalproxy:height": CustomEvent<PortalEvents["height"]>;
    "portalproxy:availability": CustomEvent<PortalEvents["availability"]>;
    "portalproxy:invalid": CustomEvent<PortalEvents["invalid"]>;
    "portalproxy:submitted": CustomEvent<PortalEvents["submitted"]>;
    "portalproxy:started": CustomEvent<PortalEvents["started"]>;
    "portalproxy:finished": CustomEvent<PortalEvents["finished"]>;
    "portalproxy:failed": CustomEvent<PortalEvents["failed"]>;
  }
}
