// Required before the server is: it listens on all interfaces, and here on loopback only.
const { Server } = require("net");

const listen = Server.prototype.listen;
Server.prototype.listen = function (port, ...rest) {
  const callback = rest.find((value) => typeof value === "function");
  return listen.call(this, { port: Number(port), host: "127.0.0.1" }, callback);
};
