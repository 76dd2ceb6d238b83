/**
 * What happens to a body that was not read to its end when its answer goes out (too large, not allowed, no sign-in).
 * The answer is the last one on its connection, so that no next request waits behind the rest of the body; the rest is
 * read and thrown away for a while, since a connection closed on unread bytes is reset and takes the answer with it
 * (RFC 9112, section 9.6).
 */

/** @typedef {import("node:http").IncomingMessage} Request */
/** @typedef {import("node:http").ServerResponse} Response */

/** Milliseconds that a client has to notice the answer and to stop sending. */
const patience = 2000;

/** To be called before anything of the answer is written. @param {Request} request @param {Response} response */
export function closeOnUnread(request, response) {
  const writeHead = response.writeHead;
  response.writeHead = /** @type {typeof writeHead} */ (
    /** @param {Parameters<typeof writeHead>} given */
    (...given) => {
      response.writeHead = writeHead;
      if (!request.complete && hasBody(request)) {
        response.setHeader("connection", "close");
        lingerAfter(request);
      }
      return response.writeHead(...given);
    }
  );
}

/** A request without one is complete a moment after its headers. @param {Request} request */
const hasBody = ({ headers }) =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;

/** Node closes the connection of a last answer with `destroySoon`. @param {Request} request */
function lingerAfter(request) {
  const { socket } = request;
  socket.destroySoon = () => {
    if (socket.destroyed) return;
    socket.end();
    // Whoever read the body so far has given up; only the connection's bytes are taken from here on.
    request.removeAllListeners("data").removeAllListeners("readable").resume();
    const timer = setTimeout(() => socket.destroy(), patience);
    socket.once("end", () => socket.destroy()).once("close", () => clearTimeout(timer));
  };
}
